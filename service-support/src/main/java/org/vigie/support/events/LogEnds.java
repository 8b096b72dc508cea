package org.vigie.support.events;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What Kafka says of its topics, asked with a limit of time. */
public final class LogEnds {

    private LogEnds() {}

    /**
     * By partition, how many records the topics ever took.
     *
     * @throws IllegalStateException if Kafka does not answer in time or lacks one of the topics; trying again helps
     */
    public static Map<TopicPartition, Long> of(Admin admin, Collection<String> topics, Duration patience) {
        var latest = answer(admin.describeTopics(topics).allTopicNames(), patience).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return answer(admin.listOffsets(latest).all(), patience).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    static <T> T answer(KafkaFuture<T> asked, Duration patience) {
        try {
            return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the log does not answer", e);
        }
    }
}
