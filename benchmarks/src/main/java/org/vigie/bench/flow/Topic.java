package org.vigie.bench.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.events.Topics;

/** Reads topics outside any group. */
final class Topic {

    static final Duration POLL = Duration.ofMillis(100);

    private Topic() {}

    static KafkaConsumer<byte[], byte[]> consumer(String servers) {
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(Map.of("bootstrap.servers", servers), bytes, bytes);
    }

    /** Everything that lies in the system's topics now. */
    static void readAll(String servers, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (var consumer = consumer(servers)) {
            var partitions = Topics.COMPACTED.stream()
                    .flatMap(topic -> of(consumer, topic).stream())
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(reader);
            }
        }
    }

    static List<TopicPartition> of(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }
}
