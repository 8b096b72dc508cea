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
import org.apache.kafka.common.KafkaFuture;
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
        ends().entrySet().stream()
                .collect(Collectors.groupingBy(
                        end -> end.getKey().topic(),
                        Collectors.summingLong(end -> end.getValue().offset())))
                .forEach((topic, parked) -> into.counter(
                        "vigie_dead_letters", "Records ever put into a dead-letter topic.", parked, "topic", topic));
    }

    @Override
    public void destroy() {
        admin.close(PATIENCE);
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends() {
        var topics = Stream.concat(Topics.COMPACTED.stream(), Topics.INBOUND.stream())
                .map(topic -> topic + Topics.DEAD_LETTER_SUFFIX)
                .toList();
        try {
            var asked = answer(admin.describeTopics(topics).allTopicNames()).values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
            return answer(admin.listOffsets(asked).all());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the log does not answer", e);
        }
    }

    private static <T> T answer(KafkaFuture<T> asked)
            throws InterruptedException, ExecutionException, TimeoutException {
        return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
