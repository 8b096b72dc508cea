package org.vigie.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTests {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @TempDir
    private Path directory;

    @Test
    void keepsTopicsAndRecordsOverARestartOnAnotherPort() throws ExecutionException, InterruptedException {
        try (var kafka = EmbeddedKafka.start(directory, LOOPBACK, Ports.anyFree(LOOPBACK))) {
            writeOne(kafka, "kept");
        }

        try (var kafka = EmbeddedKafka.start(directory, LOOPBACK, Ports.anyFree(LOOPBACK))) {
            assertThat(readOne(kafka)).isEqualTo("kept");
        }
    }

    private static void writeOne(EmbeddedKafka kafka, String value) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(settings(kafka))) {
            admin.createTopics(List.of(new NewTopic("topic", 1, (short) 1)))
                    .all()
                    .get();
        }
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings(kafka), bytes, bytes)) {
            producer.send(new ProducerRecord<>("topic", value.getBytes(UTF_8))).get();
        }
    }

    private static String readOne(EmbeddedKafka kafka) {
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings(kafka), bytes, bytes)) {
            var partition = new TopicPartition("topic", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = consumer.poll(Duration.ofSeconds(30)).records(partition);
            return new String(records.getFirst().value(), UTF_8);
        }
    }

    private static Map<String, Object> settings(EmbeddedKafka kafka) {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}
