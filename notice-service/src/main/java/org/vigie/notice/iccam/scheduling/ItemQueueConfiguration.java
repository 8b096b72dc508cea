package org.vigie.notice.iccam.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.iccam.IccamRules;
import org.vigie.notice.iccam.ItemQueue;
import org.vigie.notice.iccam.Items;
import org.vigie.notice.iccam.TakeItems;
import org.vigie.notice.iccam.TellItem;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/** Asks ICCAM for new items again and again, and looks at each that is due; nothing is due while it is off. */
@Configuration(proxyBeanMethods = false)
class ItemQueueConfiguration {

    /** When ICCAM is asked next. */
    interface Rounds {
        void next(Instant at);
    }

    private static final String ROUND = "round";

    /** ICCAM has many hotlines to serve. */
    private static final int CONCURRENCY = 2;

    /** So soon once more where a list was full: what was on it leaves it by then. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @Bean
    DueQueue<String> iccamRounds(
            OneClock clock, IccamRules rules, ObjectProvider<TakeItems> take, ObjectProvider<Rounds> rounds) {
        return new DueQueue<>(
                "iccam-rounds", clock, 1, () -> rules.on() ? Map.of(ROUND, clock.instant()) : Map.of(), _ -> {
                    var more = take.getObject().round(rules);
                    rounds.getObject().next(clock.instant().plus(more ? SOON : rules.every()));
                });
    }

    @Bean
    Rounds rounds(@Qualifier("iccamRounds") DueQueue<String> iccamRounds) {
        return at -> iccamRounds.schedule(ROUND, at);
    }

    @Bean
    DueQueue<Long> dueIccamItems(OneClock clock, IccamRules rules, Items items, ObjectProvider<TellItem> tell) {
        return new DueQueue<>(
                "iccam-items",
                clock,
                CONCURRENCY,
                () -> rules.on() ? items.due() : Map.of(),
                contentId -> tell.getObject().look(contentId));
    }

    @Bean
    ItemQueue iccamItemQueue(@Qualifier("dueIccamItems") DueQueue<Long> dueIccamItems) {
        return dueIccamItems::schedule;
    }
}
