package org.vigie.support.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.vigie.events.DeadLetterHeaders;
import org.vigie.events.EventHeaders;
import org.vigie.events.Topics;
import org.vigie.events.availability.Watermark;
import org.vigie.support.ProbeService;
import org.vigie.support.Refusal;
import org.vigie.support.copies.Copies;
import org.vigie.support.copies.CopiesContract;
import org.vigie.support.copies.MongoCopies;
import org.vigie.support.outbox.Announcement;
import org.vigie.support.outbox.Outbox;
import org.vigie.support.outbox.Publication;
import org.vigie.support.outbox.Relay;
import org.vigie.testing.InProcessInfrastructure;

/** From a stored aggregate to a listener elsewhere, and what becomes of records that cannot be applied. */
@InProcessInfrastructure
@Import(EventFlowTests.Parts.class)
@SpringBootTest(
        classes = ProbeService.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "spring.config.name=probe-service",
            "vigie.data=target/flow-data",
            "vigie.events.first-retry-after=10ms",
            "vigie.events.partitions=2"
        })
class EventFlowTests implements CopiesContract {

    @Autowired
    private Parts.StoredWatermarks stored;

    @Autowired
    private Parts.Received received;

    @Autowired
    private Relay relay;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private KafkaTemplate<byte[], byte[]> kafka;

    @Override
    public Copies<Watermark> copies() {
        return new MongoCopies<>(mongo, "copies_watermarks", Watermark.class);
    }

    @Test
    void whatIsStoredArrivesWithItsHeadersAndIsNoLongerBehind() {
        stored.put("41", new Watermark(41, 7));
        relay.stored("watermarks", "41");

        soon().untilAsserted(() -> assertThat(received.read).contains(new Watermark(41, 7)));
        soon().untilAsserted(() -> assertThat(stored.behind(10)).doesNotContain("41"));
        var headers = new HashMap<String, String>();
        received.recordOf("41")
                .headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        assertThat(headers)
                .containsEntry(EventHeaders.SPEC_VERSION, "1.0")
                .containsEntry(EventHeaders.ID, "41/7")
                .containsEntry(EventHeaders.SOURCE, "/probe-service")
                .containsEntry(EventHeaders.TYPE, "org.vigie.test.v1")
                .containsEntry(EventHeaders.SUBJECT, "41")
                .containsEntry(EventHeaders.CONTENT_TYPE, "application/json")
                .containsKey(EventHeaders.TIME);
    }

    @Test
    void whatIsStoredAndCannotBeReadHoldsUpNothingElse() {
        var others = List.of("61", "62", "63");
        others.forEach(id -> stored.put(id, new Watermark(Integer.parseInt(id), 1)));
        relay.stored("watermarks", Parts.StoredWatermarks.UNREADABLE);
        others.forEach(id -> relay.stored("watermarks", id));

        others.forEach(id ->
                soon().untilAsserted(() -> assertThat(received.read).contains(new Watermark(Integer.parseInt(id), 1))));
    }

    @Test
    void whatCannotBeReadOrIsRefusedIsParkedByteForByteAndTheTopicMovesOn() {
        send("50", "not json, http://127.9.0.1/planted");
        send("13", "{\"partition\": 13, \"version\": 1}");
        send("43", "{\"partition\": 43, \"version\": 1, \"partition\": 44}");
        send("42", "{\"partition\": 42, \"version\": 1}");

        soon().untilAsserted(() -> assertThat(received.read).contains(new Watermark(42, 1)));
        soon().untilAsserted(() -> assertThat(received.parked.values())
                .filteredOn(record -> record.value() != null)
                .extracting(record -> new String(record.value(), UTF_8))
                .contains(
                        "not json, http://127.9.0.1/planted",
                        "{\"partition\": 13, \"version\": 1}",
                        "{\"partition\": 43, \"version\": 1, \"partition\": 44}"));
        assertThat(received.parkedRecordOf("50").headers())
                .noneSatisfy(
                        header -> assertThat(new String(header.value(), UTF_8)).contains("planted"));
    }

    @Test
    void aStoreThatIsAwayIsWaitedFor() {
        received.failuresOf14.set(5);

        send("14", "{\"partition\": 14, \"version\": 1}");

        soon().untilAsserted(() -> assertThat(received.read).contains(new Watermark(14, 1)));
        assertThat(received.parked).doesNotContainKey("14");
    }

    @Test
    void aBugIsParkedAtOnceWithItsKindAndItsPlaceInOurCode() {
        received.triesOf15.set(0);

        send("15", "{\"partition\": 15, \"version\": 1}");

        var parked = received.parkedRecordOf("15").headers();
        assertThat(text(parked, DeadLetterHeaders.KIND)).isEqualTo(IllegalStateException.class.getName());
        assertThat(received.triesOf15).hasValue(1);
        assertThat(text(parked, DeadLetterHeaders.PLACE)).matches("org\\.vigie\\..*Received:\\d+");
    }

    @Test
    void whatIsWrongIsSaidWithoutTheValueAndInThePartitionOfTheRecord() {
        send("51", "{\"partition\": 51}");
        send("52", "{\"partition\": 52, \"version\": \"http://127.9.0.1/planted\"}");
        send("54", "{\"partition\": 53, \"version\": 1}");
        send("55", null);

        assertThat(List.of("51", "52", "54", "55"))
                .map(key -> text(received.parkedRecordOf(key).headers(), DeadLetterHeaders.REASON))
                .containsExactly(
                        "/version is missing or of another type",
                        "/version is missing or of another type",
                        "the record's key is not the id that its value names",
                        "the record has no value: nothing is ever deleted here");
        assertThat(received.parkedRecordOf("51").partition())
                .isEqualTo(received.recordOf("51").partition());
    }

    @Test
    void whatAProducerTookBackIsNotRead() {
        var factory = new DefaultKafkaProducerFactory<byte[], byte[]>(
                kafka.getProducerFactory().getConfigurationProperties());
        factory.setTransactionIdPrefix("taken-back-");
        try (var producer = factory.createProducer()) {
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(
                    Topics.WATERMARKS, 0, bytes("71"), bytes("{\"partition\": 71, \"version\": 1}")));
            producer.abortTransaction();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>(
                    Topics.WATERMARKS, 0, bytes("72"), bytes("{\"partition\": 72, \"version\": 1}")));
            producer.commitTransaction();
        } finally {
            factory.destroy();
        }

        soon().untilAsserted(() -> assertThat(received.read).contains(new Watermark(72, 1)));
        assertThat(received.read).doesNotContain(new Watermark(71, 1));
    }

    /** On a machine with other work, too. */
    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private void send(String key, @Nullable String value) {
        kafka.send(Topics.WATERMARKS, bytes(key), value == null ? null : bytes(value))
                .join();
    }

    /** An outbox in memory, and a listener that fails as asked. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        StoredWatermarks storedWatermarks() {
            return new StoredWatermarks();
        }

        @Bean
        Received received() {
            return new Received();
        }

        static class StoredWatermarks implements Outbox {

            static final String UNREADABLE = "unreadable";

            private final Map<String, Watermark> behind = new ConcurrentHashMap<>();

            void put(String id, Watermark watermark) {
                behind.put(id, watermark);
            }

            @Override
            public String name() {
                return "watermarks";
            }

            @Override
            public List<String> behind(int limit) {
                return List.copyOf(behind.keySet());
            }

            @Override
            public Map<String, Publication> publications(Collection<String> ids) {
                if (ids.contains(UNREADABLE)) {
                    throw new IllegalStateException("what is stored cannot be read");
                }
                var publications = new HashMap<String, Publication>();
                ids.forEach(id -> behind.computeIfPresent(id, (_, watermark) -> {
                    var announcement = Announcement.of(Topics.WATERMARKS, id, "org.vigie.test.v1", watermark);
                    publications.put(id, Publication.of(watermark.version(), announcement));
                    return watermark;
                }));
                return publications;
            }

            @Override
            public void published(Map<String, Long> versions) {
                versions.forEach((id, version) -> behind.computeIfPresent(
                        id, (_, watermark) -> watermark.version() == version ? null : watermark));
            }
        }

        static class Received {

            final List<Watermark> read = new CopyOnWriteArrayList<>();
            final Map<String, ConsumerRecord<byte[], byte[]>> records = new ConcurrentHashMap<>();
            final Map<String, ConsumerRecord<byte[], byte[]>> parked = new ConcurrentHashMap<>();
            final AtomicInteger failuresOf14 = new AtomicInteger();
            final AtomicInteger triesOf15 = new AtomicInteger();

            ConsumerRecord<byte[], byte[]> recordOf(String key) {
                soon().untilAsserted(() -> assertThat(records).containsKey(key));
                return Objects.requireNonNull(records.get(key));
            }

            ConsumerRecord<byte[], byte[]> parkedRecordOf(String key) {
                soon().untilAsserted(() -> assertThat(parked).containsKey(key));
                return Objects.requireNonNull(parked.get(key));
            }

            @KafkaListener(topics = Topics.WATERMARKS)
            void on(Watermark watermark) {
                switch (watermark.partition()) {
                    case 13 -> throw new NotWanted();
                    case 14 -> {
                        if (failuresOf14.getAndDecrement() > 0) {
                            throw new TransientDataAccessResourceException("away");
                        }
                    }
                    case 15 -> {
                        triesOf15.incrementAndGet();
                        throw new IllegalStateException("a bug");
                    }
                    case 16 -> throw new IllegalStateException("another bug");
                    default -> {}
                }
                read.add(watermark);
            }

            @KafkaListener(topics = Topics.WATERMARKS, groupId = "raw")
            void raw(ConsumerRecord<byte[], byte[]> record) {
                records.put(new String(record.key(), UTF_8), record);
            }

            @KafkaListener(topics = Topics.WATERMARKS + Topics.DEAD_LETTER_SUFFIX, groupId = "parked")
            void parked(ConsumerRecord<byte[], byte[]> record) {
                parked.put(new String(record.key(), UTF_8), record);
            }
        }
    }

    static final class NotWanted extends Refusal {

        private static final long serialVersionUID = 1;

        NotWanted() {
            super("not wanted");
        }
    }
}
