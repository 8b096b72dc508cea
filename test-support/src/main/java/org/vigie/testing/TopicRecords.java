package org.vigie.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning, as bytes and outside any consumer group. */
public final class TopicRecords {

    private static final Duration POLL = Duration.ofMillis(200);

    private TopicRecords() {}

    /** Everything that lies in {@code topic} now, by partition and offset; nothing if there is no such topic. */
    public static List<ConsumerRecord<byte[], byte[]>> of(String topic) {
        return of(TestKafka.clientSettings(), topic);
    }

    /** The same, from the Kafka that these client settings name. */
    public static List<ConsumerRecord<byte[], byte[]>> of(Map<String, Object> clientSettings, String topic) {
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings(clientSettings), bytes, bytes)) {
            var partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions));
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private static Map<String, Object> settings(Map<String, Object> clientSettings) {
        var settings = new HashMap<>(clientSettings);
        settings.put("allow.auto.create.topics", "false");
        settings.put("isolation.level", "read_committed");
        return settings;
    }
}
