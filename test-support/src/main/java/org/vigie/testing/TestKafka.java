package org.vigie.testing;

import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The one Kafka broker of this test JVM. Topics exist when an administrator made them, never by being named. */
public final class TestKafka {

    private TestKafka() {}

    /** Addresses as a Kafka client takes them; the first call starts the broker. */
    public static String bootstrapServers() {
        return Shared.BOOTSTRAP_SERVERS;
    }

    /** What a client needs at least, for probes that are not Spring beans. */
    static Map<String, Object> clientSettings() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    private static String start() {
        return switch (ServerChoice.kafka()) {
            case ServerChoice.Named(var address) -> address;
            case ServerChoice.Container(var image) -> startContainer(image);
            case ServerChoice.InThisJvm() -> startInThisJvm();
        };
    }

    private static String startInThisJvm() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("transaction.state.log.replication.factor", "1");
        broker.brokerProperty("transaction.state.log.min.isr", "1");
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        broker.brokerProperty("log.cleaner.dedupe.buffer.size", "2097152");
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy, "test-kafka-stop"));
        return broker.getBrokersAsString();
    }

    @SuppressWarnings("resource") // Testcontainers stops it when the JVM ends
    private static String startContainer(String image) {
        var container = new KafkaContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("apache/kafka"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        return container.getBootstrapServers();
    }

    private static final class Shared {
        static final String BOOTSTRAP_SERVERS = start();
    }
}
