package org.vigie.support.meters;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.vigie.events.Topics;

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
        ends().forEach((partition, end) -> into.counter(
                "vigie_dead_letters",
                "Records ever put into a dead-letter topic.",
                end.offset(),
                "topic",
                partition.topic()));
    }

    @Override
    public void destroy() {
        admin.close(PATIENCE);
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends() {
        var asked = Stream.concat(Topics.COMPACTED.stream(), Topics.INBOUND.stream())
                .collect(Collectors.toMap(
                        topic -> new TopicPartition(topic + Topics.DEAD_LETTER_SUFFIX, 0), _ -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(asked).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the log does not answer", e);
        }
    }
}
