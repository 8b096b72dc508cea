package org.vigie.availability.watch.scheduling;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.availability.watch.MakeCheck;
import org.vigie.availability.watch.Pace;
import org.vigie.availability.watch.Vantages;
import org.vigie.availability.watch.Watches;
import org.vigie.support.events.EventPublisher;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.DueQueue;

/** The queues of checks and of watermarks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SchedulingProperties.class)
class Scheduling {

    @Bean
    Pace pace(SchedulingProperties properties) {
        return new Pace(properties.looksPerSecond());
    }

    @Bean
    Planned planned() {
        return new Planned();
    }

    /** Meters call it by the name of its bean, {@code work="looks"}. */
    @Bean("looks")
    DueQueue<UUID> checks(
            OneClock clock, SchedulingProperties properties, Planned planned, Watches watches, MakeCheck makeCheck) {
        return new DueQueue<>(
                "looks", clock, properties.concurrency(), () -> allDue(planned, watches), makeCheck::make);
    }

    @Bean
    Watermarks watermarks(
            Planned planned,
            EventPublisher publisher,
            Vantages vantages,
            OneClock clock,
            SchedulingProperties properties) {
        return new Watermarks(
                planned,
                vantages.speaks() ? publisher::publish : _ -> {},
                clock,
                properties.watermarkEvery(),
                properties.watermarkOnQuiet(),
                (scan, work) -> new DueQueue<>("watermarks", clock, 1, scan, work));
    }

    @Bean
    DueQueue<Integer> watermarkQueue(Watermarks watermarks) {
        return watermarks.queue();
    }

    private static Map<UUID, Instant> allDue(Planned planned, Watches watches) {
        var due = new HashMap<UUID, Instant>();
        for (var watch : watches.due(planned.owned())) {
            var at = watch.due();
            if (at != null) {
                due.put(watch.caseId(), at);
            }
        }
        return due;
    }
}
