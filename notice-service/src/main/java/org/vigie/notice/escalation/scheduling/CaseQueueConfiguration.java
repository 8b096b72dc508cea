package org.vigie.notice.escalation.scheduling;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.content.ContentQueue;
import org.vigie.notice.content.Contents;
import org.vigie.notice.escalation.AdvanceCase;
import org.vigie.notice.escalation.NextStep;
import org.vigie.notice.escalation.NoticeRules;
import org.vigie.notice.removal.CaseQueue;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.FollowContent;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/** Advances every case when something about it falls due. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeRulesProperties.class)
class CaseQueueConfiguration {

    private static final int CONCURRENCY = 4;

    @Bean
    NextStep nextStep(NoticeRules rules) {
        return new NextStep(rules);
    }

    @Bean
    DueQueue<UUID> dueCases(OneClock clock, Cases cases, ObjectProvider<AdvanceCase> advance) {
        return new DueQueue<>(
                "cases",
                clock,
                CONCURRENCY,
                cases::due,
                caseId -> advance.getObject().advance(caseId));
    }

    @Bean
    CaseQueue caseQueue(@Qualifier("dueCases") DueQueue<UUID> dueCases) {
        return dueCases::schedule;
    }

    @Bean
    DueQueue<String> untoldContents(OneClock clock, Contents contents, ObjectProvider<FollowContent> follow) {
        return new DueQueue<>(
                "contents",
                clock,
                CONCURRENCY,
                () -> contents.untold().stream().collect(Collectors.toMap(Function.identity(), _ -> clock.instant())),
                token -> follow.getObject().tell(token));
    }

    @Bean
    ContentQueue contentQueue(OneClock clock, @Qualifier("untoldContents") DueQueue<String> untoldContents) {
        return token -> untoldContents.schedule(token, clock.instant());
    }
}
