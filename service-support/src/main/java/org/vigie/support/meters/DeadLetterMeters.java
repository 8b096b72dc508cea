package org.vigie.support.meters;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.vigie.events.Topics;
import org.vigie.support.events.LogEnds;

/**
 * How many records every dead-letter topic has ever taken, by any service: the end of its log, which survives restarts
 * and the records themselves. An increase is the alert.
 */
final class DeadLetterMeters implements MeterSource, DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Admin admin;

    DeadLetterMeters(KafkaAdmin admin) {
        this.admin = Admin.create(admin.getConfigurationProperties());
    }

    @Override
    public void measure(Readings into) {
        var topics = Stream.concat(Topics.COMPACTED.stream(), Topics.INBOUND.stream())
                .map(topic -> topic + Topics.DEAD_LETTER_SUFFIX)
                .toList();
        LogEnds.of(admin, topics, PATIENCE).entrySet().stream()
                .collect(
                        Collectors.groupingBy(end -> end.getKey().topic(), Collectors.summingLong(Map.Entry::getValue)))
                .forEach((topic, parked) -> into.counter(
                        "vigie_dead_letters", "Records ever put into a dead-letter topic.", parked, "topic", topic));
    }

    @Override
    public void destroy() {
        admin.close(PATIENCE);
    }
}
