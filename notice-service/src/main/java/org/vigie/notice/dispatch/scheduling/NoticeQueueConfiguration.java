package org.vigie.notice.dispatch.scheduling;

import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.composition.Gatherings;
import org.vigie.notice.composition.NoticeQueues;
import org.vigie.notice.delivery.SendingRules;
import org.vigie.notice.dispatch.ComposeNotice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.dispatch.SendNotice;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/** Makes and sends notices when they are due; without a relay and a sender they wait. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NeededSettings.class, SendingProperties.class})
class NoticeQueueConfiguration {

    private static final int COMPOSERS = 4;

    @Bean
    SendingRules sendingRules(NeededSettings needed, SendingProperties properties) {
        return new SendingRules(
                needed.missing(),
                properties.dryRun(),
                properties.deadline(),
                properties.settle(),
                properties.giveUpAfter(),
                properties.connections());
    }

    @Bean
    DueQueue<String> gatheringsQueue(OneClock clock, Gatherings gatherings, ObjectProvider<ComposeNotice> compose) {
        return new DueQueue<>(
                "gatherings",
                clock,
                COMPOSERS,
                gatherings::due,
                key -> compose.getObject().compose(key));
    }

    @Bean
    DueQueue<UUID> noticesQueue(OneClock clock, SendingRules rules, Notices notices, ObjectProvider<SendNotice> send) {
        return new DueQueue<>(
                "notices",
                clock,
                rules.connections(),
                notices::due,
                noticeId -> send.getObject().send(noticeId));
    }

    @Bean
    NoticeQueues noticeQueues(
            @Qualifier("gatheringsQueue") DueQueue<String> gatherings,
            @Qualifier("noticesQueue") DueQueue<UUID> notices) {
        return new NoticeQueues() {
            @Override
            public void compose(String gatheringKey, Instant due) {
                gatherings.schedule(gatheringKey, due);
            }

            @Override
            public void send(UUID noticeId, Instant due) {
                notices.schedule(noticeId, due);
            }
        };
    }
}
