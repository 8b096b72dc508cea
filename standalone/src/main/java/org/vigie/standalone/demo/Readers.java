package org.vigie.standalone.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** The services' listeners, and whether they have committed every record there is for them. */
final class Readers implements BooleanSupplier, AutoCloseable {

    private final Admin admin;
    private final Map<String, Set<TopicPartition>> partitions;
    private final Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    private final Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();

    /** Learns once who reads what: every partition of the listeners' topics, by group. */
    Readers(String bootstrapServers, List<KafkaListenerEndpointRegistry> registries) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
        this.partitions = partitions(topics(registries));
        partitions.forEach((group, read) -> {
            groups.put(group, new ListConsumerGroupOffsetsSpec().topicPartitions(read));
            read.forEach(partition -> ends.put(partition, OffsetSpec.latest()));
        });
    }

    private static Map<String, Set<String>> topics(List<KafkaListenerEndpointRegistry> registries) {
        var topics = new HashMap<String, Set<String>>();
        for (var registry : registries) {
            for (var container : registry.getListenerContainers()) {
                var group = container.getGroupId();
                var names = container.getContainerProperties().getTopics();
                if (group != null && names != null) {
                    topics.computeIfAbsent(group, _ -> new HashSet<>()).addAll(List.of(names));
                }
            }
        }
        return topics;
    }

    private Map<String, Set<TopicPartition>> partitions(Map<String, Set<String>> topics) {
        var all = topics.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var partitions = get(admin.describeTopics(all).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        var read = new HashMap<String, Set<TopicPartition>>();
        topics.forEach((group, names) -> read.put(
                group,
                partitions.stream()
                        .filter(partition -> names.contains(partition.topic()))
                        .collect(Collectors.toSet())));
        return read;
    }

    /** The ends are asked first: what is written after that is the second look's to see. */
    @Override
    public boolean getAsBoolean() {
        if (groups.isEmpty()) {
            return true;
        }
        var written = get(admin.listOffsets(ends).all());
        var committed = get(admin.listConsumerGroupOffsets(groups).all());
        return partitions.entrySet().stream().allMatch(reader -> {
            var kept = Objects.requireNonNull(committed.get(reader.getKey()));
            return reader.getValue().stream()
                    .allMatch(partition -> hasRead(
                            kept.get(partition),
                            Objects.requireNonNull(written.get(partition)).offset()));
        });
    }

    private static boolean hasRead(@Nullable OffsetAndMetadata kept, long end) {
        return end == 0 || (kept != null && kept.offset() >= end);
    }

    private static <T> T get(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not answer", e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
