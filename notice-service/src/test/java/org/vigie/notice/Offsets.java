package org.vigie.notice;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.vigie.testing.TestKafka;

/** Whether the service has taken what was published. */
final class Offsets {

    private Offsets() {}

    static boolean allRead(String topic) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            var partitions =
                    admin
                            .describeTopics(java.util.List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions()
                            .stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
            var ends = admin.listOffsets(partitions).all().get();
            var read = admin.listConsumerGroupOffsets("notice-service")
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream().allMatch(end -> {
                var committed = read.get(end.getKey());
                return end.getValue().offset() == 0
                        || committed != null
                                && committed.offset() >= end.getValue().offset();
            });
        }
    }
}
