package org.vigie.registry.chain.scheduling;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.chain.PendingResolutions;
import org.vigie.registry.chain.ResolutionSchedule;
import org.vigie.registry.chain.ResolveCase;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/** The queue that resolves cases when they fall due: a slow name server holds up a few of them, not a topic. */
@Configuration(proxyBeanMethods = false)
class ResolutionQueue {

    private static final int CONCURRENCY = 16;

    @Bean
    DueQueue<UUID> resolutions(
            OneClock clock,
            PendingResolutions pending,
            ResolveCase resolveCase,
            ObjectProvider<ResolutionSchedule> schedule) {
        return new DueQueue<>(
                "resolutions",
                clock,
                CONCURRENCY,
                pending::allDue,
                caseId -> resolveCase
                        .resolve(caseId)
                        .ifPresent(due -> schedule.getObject().due(caseId, due)));
    }

    @Bean
    ResolutionSchedule resolutionSchedule(DueQueue<UUID> resolutions) {
        return resolutions::schedule;
    }
}
