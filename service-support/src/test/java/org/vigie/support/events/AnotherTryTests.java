package org.vigie.support.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.vigie.events.Topics;
import org.vigie.support.ProbeService;
import org.vigie.support.events.ParkedRecords.Cause;
import org.vigie.support.events.ParkedRecords.Parked;
import org.vigie.testing.InProcessInfrastructure;

/** What is known of records that were put aside, and another try of them, by listeners of one and of many records. */
@InProcessInfrastructure
@Import(AnotherTryTests.Parts.class)
@SpringBootTest(
        classes = ProbeService.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "spring.config.name=probe-service",
            "vigie.data=target/another-try-data",
            "spring.kafka.consumer.group-id=another-try",
            "vigie.events.partitions=1"
        })
class AnotherTryTests {

    private final String key = UUID.randomUUID().toString();

    @Autowired
    private Parts.Picky picky;

    @Autowired
    private ParkedRecords parked;

    @Autowired
    private DeadLettersEndpoint endpoint;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    private KafkaAdmin admin;

    @Test
    void saysWhyAndSinceWhenAndNothingOfTheData() {
        put(Topics.VANTAGES);

        assertThat(causes(Topics.VANTAGES)).singleElement().satisfies(cause -> {
            assertThat(cause.kind()).isEqualTo("IllegalStateException");
            assertThat(cause.line()).matches("org\\.vigie\\..*Picky:\\d+");
            assertThat(cause.toString()).doesNotContain(key, "planted");
        });
    }

    @Test
    void oneIsTriedAgainByTheListenerOfOne() {
        triedAgain(Topics.CLASSIFICATIONS);
    }

    @Test
    void oneIsTriedAgainByTheListenerOfMany() {
        triedAgain(Topics.TARGETINGS);
    }

    private void triedAgain(String topic) {
        put(topic);

        tried(topic, 1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(picky.tries.get(key)).hasSize(2));
        assertThat(causes(topic)).hasSize(1);

        picky.accepted.add(key);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            causes(topic).forEach(cause -> endpoint.tryAgain(topic, cause.kind(), cause.line()));
            assertThat(picky.applied).contains(key);
        });
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(causes(topic)).isEmpty());
        tried(topic, 0);
    }

    /** Compaction took it, or its time was over: there is nothing to be done. */
    @Test
    void whatItsTopicHasNoMoreIsOffTheList() throws Exception {
        var partition = put(Topics.DETECTIONS).partition();
        var behind = kafka.send(Topics.DETECTIONS, partition, "behind".getBytes(UTF_8), "ok".getBytes(UTF_8))
                .join()
                .getRecordMetadata();
        try (var kafkas = Admin.create(admin.getConfigurationProperties())) {
            kafkas.deleteRecords(Map.of(
                            new TopicPartition(Topics.DETECTIONS, partition),
                            RecordsToDelete.beforeOffset(behind.offset())))
                    .all()
                    .get();
        }

        tried(Topics.DETECTIONS, 1);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(causes(Topics.DETECTIONS)).isEmpty());
        assertThat(picky.tries.get(key)).hasSize(1);
    }

    @Test
    void whatNobodyReadsNowStaysOnTheList() {
        var put = kafka.send(Topics.PROVIDERS, key.getBytes(UTF_8), "planted".getBytes(UTF_8))
                .join()
                .getRecordMetadata();
        parked.add(
                new ConsumerRecord<>(Topics.PROVIDERS, put.partition(), put.offset(), key.getBytes(UTF_8), new byte[0]),
                FailureCause.of(new IllegalStateException("planted")));
        var cause = causes(Topics.PROVIDERS).getFirst();

        endpoint.tryAgain(Topics.PROVIDERS, cause.kind(), cause.line());
        triedAgain(Topics.CLASSIFICATIONS);

        assertThat(causes(Topics.PROVIDERS)).contains(cause);
    }

    /** Other tests may have made the topic, with as many partitions as they needed. */
    private RecordMetadata put(String topic) {
        var put = kafka.send(topic, key.getBytes(UTF_8), "planted".getBytes(UTF_8))
                .join()
                .getRecordMetadata();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(causes(topic)).hasSize(1));
        return put;
    }

    private void tried(String topic, int records) {
        var place = causes(topic).stream().map(Cause::line).findFirst().orElse("none");
        var begun = endpoint.tryAgain(topic, "IllegalStateException", place);
        assertThat(begun.getStatus()).isEqualTo(202);
        assertThat(begun.getBody()).isEqualTo(new DeadLettersEndpoint.Begun(records));
    }

    private List<Cause> causes(String topic) {
        return parked.latest().stream()
                .map(Parked::cause)
                .filter(cause -> cause.topic().equals(topic))
                .toList();
    }

    /** Listeners that fail until they are told not to. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        Picky picky() {
            return new Picky();
        }

        @Bean
        Portions portions(Picky picky, DeadLetters deadLetters) {
            return new Portions(picky, deadLetters);
        }

        static class Picky {

            final Set<String> accepted = ConcurrentHashMap.newKeySet();
            final Set<String> applied = ConcurrentHashMap.newKeySet();
            final Map<String, List<Long>> tries = new ConcurrentHashMap<>();

            @KafkaListener(topics = {Topics.DETECTIONS, Topics.CLASSIFICATIONS, Topics.VANTAGES})
            void on(ConsumerRecord<byte[], byte[]> record) {
                var key = new String(record.key(), UTF_8);
                tries.computeIfAbsent(key, _ -> new CopyOnWriteArrayList<>()).add(record.offset());
                if (!accepted.contains(key) && !key.equals("behind")) {
                    throw new IllegalStateException("planted");
                }
                applied.add(key);
            }
        }

        record Portions(Picky picky, DeadLetters deadLetters) {

            @KafkaListener(topics = Topics.TARGETINGS, batch = "true")
            void on(List<ConsumerRecord<byte[], byte[]>> records) {
                for (var record : records) {
                    try {
                        picky.on(record);
                    } catch (IllegalStateException e) {
                        deadLetters.park(record, e);
                    }
                }
            }
        }
    }
}
