package org.vigie.notice;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.vigie.testing.TestKafka;

/** Whether the service has taken what was published. */
final class Offsets {

    /** For as long as the tests run: to make one takes longer than to ask it. */
    private static final Admin ADMIN = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));

    private Offsets() {}

    static boolean allRead(String topic) throws ExecutionException, InterruptedException {
        // Tests have one partition per topic.
        var partition = new TopicPartition(topic, 0);
        var end = ADMIN.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get();
        var read = ADMIN.listConsumerGroupOffsets("notice-service")
                .partitionsToOffsetAndMetadata()
                .get();
        var committed = read.get(partition);
        return end.offset() == 0 || (committed != null && committed.offset() >= end.offset());
    }
}
