package org.vigie.standalone;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka for a command that reads what is there and ends. */
final class Log implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;

    Log(KafkaAddress address) {
        var bytes = new ByteArrayDeserializer();
        admin = Admin.create(address.client(Map.of()));
        consumer = new KafkaConsumer<>(
                address.client(Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        "false")),
                bytes,
                bytes);
        producer = new KafkaProducer<>(
                address.client(Map.of(ProducerConfig.ACKS_CONFIG, "all")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Every partition of the topics that exist. */
    List<TopicPartition> partitions(Collection<String> topics) {
        try {
            Set<String> there = admin.listTopics().names().get();
            var wanted = topics.stream().filter(there::contains).toList();
            return admin.describeTopics(wanted).allTopicNames().get().values().stream()
                    .flatMap(Log::partitions)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka does not answer", e);
        }
    }

    private static java.util.stream.Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition()));
    }

    /** Reads what is in the partitions now, and returns where each ended. */
    Map<TopicPartition, Long> read(
            Collection<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        readUpTo(ends, reader);
        return ends;
    }

    /** Reads a partition from an offset to its end. */
    void readFrom(TopicPartition partition, long offset, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        readUpTo(consumer.endOffsets(List.of(partition)), reader);
    }

    private void readUpTo(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        var left = ends.keySet().stream()
                .filter(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))
                .collect(Collectors.toSet());
        var since = System.nanoTime();
        while (!left.isEmpty()) {
            var records = consumer.poll(Duration.ofMillis(500));
            records.forEach(record -> {
                var end = ends.get(new TopicPartition(record.topic(), record.partition()));
                if (end != null && record.offset() < end) {
                    reader.accept(record);
                }
            });
            left.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
            since = records.isEmpty() ? since : System.nanoTime();
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new KafkaException("Kafka gave nothing more for half a minute");
            }
        }
    }

    /** Writes a record and waits until the log has it. */
    RecordMetadata write(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take a record", e);
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
        consumer.close();
        admin.close(PATIENCE);
    }
}
