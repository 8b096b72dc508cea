package org.vigie.standalone;

import java.nio.file.Path;
import java.util.Map;

/** The Kafka that the services meet in. */
sealed interface Kafka extends AutoCloseable {

    String ADDRESSES = "spring.kafka.bootstrap-servers";

    /** Addresses as a Kafka client takes them. */
    String bootstrapServers();

    /** Where and what it is, for the person at the keyboard. */
    String description();

    /** What a service needs to find it and to be its client, as Spring's properties. */
    Map<String, String> properties();

    @Override
    void close();

    /** Somebody else's, named by {@code VIGIE_KAFKA}. */
    record Named(String bootstrapServers) implements Kafka {

        @Override
        public String description() {
            return bootstrapServers + " (VIGIE_KAFKA)";
        }

        @Override
        public Map<String, String> properties() {
            return Map.of(ADDRESSES, bootstrapServers);
        }

        @Override
        public void close() {}
    }

    /** A broker inside this process. */
    record Embedded(EmbeddedKafka broker) implements Kafka {

        @Override
        public String bootstrapServers() {
            return broker.bootstrapServers();
        }

        @Override
        public String description() {
            return bootstrapServers() + " inside this process";
        }

        /** Readers that died with the broker are given up sooner: it waits for them before it serves others. */
        @Override
        public Map<String, String> properties() {
            return Map.of(
                    ADDRESSES, bootstrapServers(), "spring.kafka.consumer.properties.session.timeout.ms", "10000");
        }

        @Override
        public void close() {
            broker.close();
        }
    }

    static Kafka open(Settings settings, Ports ports, Path data) {
        return settings.kafka()
                .<Kafka>map(Named::new)
                .orElseGet(() -> new Embedded(
                        EmbeddedKafka.start(data.resolve("kafka"), settings.bind(), ports.of(Listener.KAFKA))));
    }
}
