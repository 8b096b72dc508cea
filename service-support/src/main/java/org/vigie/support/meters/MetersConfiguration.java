package org.vigie.support.meters;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.vigie.support.events.ParkedRecords;
import org.vigie.support.outbox.Outbox;
import org.vigie.support.work.WorkInProgress;

/** Puts every source of meters, those of the service included, into what Prometheus is answered. */
@Configuration(proxyBeanMethods = false)
public class MetersConfiguration {

    @Bean
    MeterCollector meterCollector(ObjectProvider<MeterSource> sources, ObjectProvider<PrometheusRegistry> registry) {
        var collector = new MeterCollector(sources);
        registry.ifAvailable(found -> found.register(collector));
        return collector;
    }

    @Bean
    WorkMeters workMeters(Map<String, WorkInProgress> work, Clock clock) {
        return new WorkMeters(work, clock);
    }

    @Bean
    OutboxMeters outboxMeters(List<Outbox> outboxes) {
        return new OutboxMeters(outboxes);
    }

    @Bean
    DeadLetterMeters deadLetterMeters(KafkaAdmin admin) {
        return new DeadLetterMeters(admin);
    }

    @Bean
    ParkedMeters parkedMeters(ParkedRecords parked, Clock clock) {
        return new ParkedMeters(parked, clock);
    }
}
