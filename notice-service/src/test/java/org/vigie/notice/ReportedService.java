package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.vigie.events.Topics;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.events.removal.LocationSnapshot.Location;
import org.vigie.notice.Flood.Content;
import org.vigie.notice.Flood.Sum;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.TestMongo;
import org.vigie.testing.TopicRecords;

/** The service as a process of its own, with a Kafka and a database that nobody else uses, to be reported to. */
final class ReportedService implements AutoCloseable {

    /** Nothing is sent. */
    private static final int NO_RELAY = 9;

    /** Kafka's own: on a busy machine a shorter one is lost, and what was read is read again. */
    private static final Duration SESSION = Duration.ofSeconds(45);

    private static final TopicPartition DETECTIONS = new TopicPartition(Topics.DETECTIONS, 0);

    private final EmbeddedKafkaKraftBroker kafka;
    private final Admin admin;
    private final SenderProcess process;
    private final MongoClient mongo;
    private final Keysets keysets;

    ReportedService(Path data) throws IOException {
        kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.brokerProperty("auto.create.topics.enable", "false");
        kafka.brokerProperty("offsets.topic.num.partitions", "1");
        kafka.brokerProperty("log.cleaner.dedupe.buffer.size", "2097152");
        kafka.afterPropertiesSet();
        admin = Admin.create(Map.of("bootstrap.servers", kafka.getBrokersAsString()));
        process = new SenderProcess(data, NO_RELAY, 1, kafka.getBrokersAsString(), SESSION);
        process.start();
        mongo = MongoClients.create(TestMongo.uri(process.database()));
        keysets = new Keysets(data.resolve("keys"));
    }

    Keysets keysets() {
        return keysets;
    }

    SealingProducer producer(String name) {
        return new SealingProducer(name, keysets.inboundSeal(), kafka.getBrokersAsString());
    }

    LiveHeap heap() {
        return new LiveHeap(process.pid());
    }

    /** What it has computed so far, whatever else the machine did. */
    Duration cpu() {
        return ProcessHandle.of(process.pid())
                .flatMap(running -> running.info().totalCpuDuration())
                .orElseThrow();
    }

    /** How many detections it has taken. */
    long read() {
        try {
            var committed = admin.listConsumerGroupOffsets(process.database())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(DETECTIONS);
            return committed == null ? 0 : committed.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long handedIn() {
        try {
            return admin.listOffsets(Map.of(DETECTIONS, OffsetSpec.latest()))
                    .partitionResult(DETECTIONS)
                    .get()
                    .offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until everything was taken, applied and published. */
    void settle(Duration patience) {
        await().pollInterval(Duration.ofMillis(500)).atMost(patience).until(() -> read() == handedIn());
        await().pollInterval(Duration.ofMillis(500))
                .atMost(patience)
                .until(() -> collection("reports").countDocuments(Filters.eq("applied", false)) == 0
                        && collection("cases").countDocuments(Filters.eq("unpublished", true)) == 0);
    }

    long reports() {
        return collection("reports").countDocuments();
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getDatabase(process.database()).getCollection(name);
    }

    /** What it published of every URL. */
    Map<String, Sum> sums() {
        var location = keysets.location();
        var urls = new HashMap<String, String>();
        latest(Topics.LOCATIONS).forEach((caseId, json) -> {
            var sealed =
                    EventJson.MAPPER.readValue(json, LocationSnapshot.class).location();
            urls.put(
                    caseId,
                    EventJson.MAPPER
                            .readValue(location.open(sealed, caseId), Location.class)
                            .url());
        });
        var sums = new TreeMap<String, Sum>();
        latest(Topics.CASES)
                .forEach((caseId, json) -> sums.merge(
                        urls.get(caseId), sum(EventJson.MAPPER.readValue(json, CaseSnapshot.class)), (_, _) -> {
                            throw new IllegalStateException("two cases of one URL");
                        }));
        return sums;
    }

    private Map<String, byte[]> latest(String topic) {
        var latest = new HashMap<String, byte[]>();
        TopicRecords.of(Map.of("bootstrap.servers", kafka.getBrokersAsString()), topic)
                .forEach(record -> latest.put(new String(record.key(), UTF_8), record.value()));
        return latest;
    }

    private static Sum sum(CaseSnapshot known) {
        return new Sum(
                known.reports().unstated(),
                known.contents().stream()
                        .map(unit -> new Content(
                                unit.contentToken(), unit.sightings().unstated(), unit.verification()))
                        .collect(Collectors.toSet()));
    }

    /** What it refused. */
    List<?> refused() {
        return TopicRecords.of(
                Map.of("bootstrap.servers", kafka.getBrokersAsString()), Topics.DETECTIONS + Topics.DEAD_LETTER_SUFFIX);
    }

    @Override
    public void close() {
        process.close();
        mongo.getDatabase(process.database()).drop();
        mongo.close();
        admin.close();
        kafka.destroy();
    }
}
