package org.vigie.bench.flow;

import com.mongodb.client.MongoClients;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.RawBsonDocument;
import org.vigie.standalone.EmbeddedKafka;
import org.vigie.store.EmbeddedStore;

/**
 * The least that a run could cost: in a JVM with the same options, a bare producer and consumer of the same records and
 * a bare writer of the same documents, each written once, through the same client libraries to the same servers. Each
 * is done once for the compilers, then measured; servers included. Arguments: file of records, directory of a store,
 * directory to work in, a free port.
 */
final class Limit {

    /** Of each kind at most; more of the same costs the same. */
    private static final int SAMPLE = 20_000;

    private static final List<String> DATABASES =
            List.of("notice-service", "provider-registry", "availability-checker", "metrics-service");

    private Limit() {}

    /**
     * What was measured.
     *
     * @param cpuMsPerRecord to produce it, to keep it and to consume it once
     * @param documents in the whole store
     */
    record Measured(double cpuMsPerRecord, double cpuMsPerDocument, int documents) {

        static Measured parse(String line) {
            var words = line.split(" ", 3);
            return new Measured(Double.parseDouble(words[0]), Double.parseDouble(words[1]), Integer.parseInt(words[2]));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%f %f %d", cpuMsPerRecord, cpuMsPerDocument, documents);
        }
    }

    private record Kept(String collection, RawBsonDocument document) {}

    static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var records = Dump.read(Path.of(arguments[0]), SAMPLE);
        var documents = new ArrayList<Kept>();
        int all = documents(Path.of(arguments[1]), documents);
        var work = Path.of(arguments[2]);
        double perRecord = transport(records, work.resolve("kafka"), Integer.parseInt(arguments[3]));
        double perDocument = keep(documents, work.resolve("store"));
        System.out.println(new Measured(perRecord, perDocument, all));
        System.exit(0); // the broker leaves threads behind
    }

    /** Milliseconds for each. */
    private static double transport(List<byte[]> values, Path directory, int port)
            throws ExecutionException, InterruptedException {
        try (var kafka = EmbeddedKafka.start(directory, InetAddress.getLoopbackAddress(), port)) {
            transport(values, kafka.bootstrapServers(), "warm");
            var began = cpuMs();
            transport(values, kafka.bootstrapServers(), "measured");
            return (cpuMs() - began) / values.size();
        }
    }

    private static void transport(List<byte[]> values, String servers, String topic)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
            values.forEach(value -> {
                var _ = producer.send(new ProducerRecord<>(topic, value));
            });
        }
        try (var consumer = Topic.consumer(servers)) {
            var partitions = Topic.of(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int seen = 0; seen < values.size(); ) {
                seen += consumer.poll(Topic.POLL).count();
            }
        }
    }

    /** Milliseconds for each. */
    private static double keep(List<Kept> documents, Path directory) {
        try (var store = EmbeddedStore.open(directory, failure -> {
            throw failure;
        })) {
            write(documents, store, "warm");
            var began = cpuMs();
            write(documents, store, "measured");
            return (cpuMs() - began) / documents.size();
        }
    }

    private static void write(List<Kept> documents, EmbeddedStore store, String database) {
        try (var client = MongoClients.create(store.uri(database))) {
            documents.forEach(kept -> client.getDatabase(database)
                    .getCollection(kept.collection(), RawBsonDocument.class)
                    .insertOne(kept.document()));
        }
    }

    /** Adds documents of all collections; how many there are. */
    private static int documents(Path directory, List<Kept> sample) {
        int all = 0;
        try (var store = EmbeddedStore.open(directory, failure -> {
                    throw failure;
                });
                var client = MongoClients.create(store.uri("admin"))) {
            for (var database : DATABASES) {
                for (var name : client.getDatabase(database).listCollectionNames()) {
                    var collection = client.getDatabase(database).getCollection(name, RawBsonDocument.class);
                    all += Math.toIntExact(collection.countDocuments());
                    collection.find().limit(SAMPLE).forEach(one -> sample.add(new Kept(database + "." + name, one)));
                }
            }
        }
        return all;
    }

    private static double cpuMs() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }
}
