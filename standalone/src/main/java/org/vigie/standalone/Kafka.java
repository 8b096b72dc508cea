package org.vigie.standalone;

import java.nio.file.Path;

/** The Kafka that the services meet in. */
sealed interface Kafka extends AutoCloseable {

    /** Addresses as a Kafka client takes them. */
    String bootstrapServers();

    /** Where and what it is, for the person at the keyboard. */
    String description();

    @Override
    void close();

    /** Somebody else's, named by {@code VIGIE_KAFKA}. */
    record Named(String bootstrapServers) implements Kafka {

        @Override
        public String description() {
            return bootstrapServers + " (VIGIE_KAFKA)";
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
