package org.vigie.notice.retention.scheduling;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.retention.EraseCase;
import org.vigie.notice.retention.EraseMail;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/** Erases what is kept no longer, found once a minute. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionQueueConfiguration {

    /** What is not found in one minute is found in the next. */
    private static final int PORTION = 20_000;

    private static final int CONCURRENCY = 2;

    @Bean
    DueQueue<UUID> casesToErase(
            OneClock clock, ObjectProvider<EraseCase> eraseCase, ObjectProvider<EraseMail> eraseMail) {
        return new DueQueue<>(
                "erasures",
                clock,
                CONCURRENCY,
                () -> {
                    eraseMail.getObject().erase();
                    return eraseCase.getObject().due(PORTION);
                },
                caseId -> eraseCase.getObject().erase(caseId));
    }
}
