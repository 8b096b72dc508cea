package org.vigie.support.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.vigie.support.work.LastResort;
import org.vigie.testing.TestKafka;

/** A listener that meets an error no record can be blamed for: its service must not seem to run on. */
class DyingListenerTests {

    private static final String TOPIC = "dying-listener";

    @Test
    void endsTheProcess() throws Exception {
        var servers = TestKafka.bootstrapServers();
        var text = new StringSerializer();
        Map<String, Object> client = Map.of("bootstrap.servers", servers);
        try (var admin = Admin.create(client);
                var producer = new KafkaProducer<>(client, text, text)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>(TOPIC, "any", "record")).get();
        }

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dying.class.getName(),
                        servers)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isEqualTo(LastResort.EXIT_CODE);
        assertThat(output).contains("The process ends: a listener stopped, ERROR");
    }

    /** A process with nothing but a listener that dies. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(KafkaAutoConfiguration.class)
    static class Dying {

        public static void main(String[] arguments) {
            LastResort.install();
            new SpringApplicationBuilder(Dying.class)
                    .web(WebApplicationType.NONE)
                    .run(
                            "--spring.kafka.bootstrap-servers=" + arguments[0],
                            "--spring.kafka.consumer.group-id=dying",
                            "--spring.kafka.consumer.auto-offset-reset=earliest");
        }

        @Bean
        ApplicationListener<ConsumerStoppedEvent> ends() {
            return new EventsConfiguration().noServiceWithoutItsListeners();
        }

        @KafkaListener(topics = TOPIC)
        void read(String record) {
            throw new OutOfMemoryError("of " + record.length());
        }
    }
}
