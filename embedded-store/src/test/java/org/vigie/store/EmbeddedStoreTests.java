package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedStoreTests {

    private static final String QUICK = "?serverSelectionTimeoutMS=2000&retryWrites=false";
    private static final int WRITES = 1_500;
    private static final int FIELDS = 1_000;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 300;

    @TempDir
    private Path directory;

    @Test
    void answersHelloAsTheHealthIndicatorAsks() {
        try (var store = open();
                var client = connect(store.uri("test"))) {
            assertThat(client.getDatabase("admin").runCommand(new Document("hello", 1)))
                    .containsEntry("isWritablePrimary", true);
        }
    }

    @Test
    void keepsDocumentsAndUniqueIndexesOverARestart() {
        try (var store = open();
                var client = connect(store.uri("test"))) {
            things(client).createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
            things(client).insertOne(new Document("_id", 1).append("name", "a"));
        }

        try (var store = open();
                var client = connect(store.uri("test"))) {
            assertThat(things(client).countDocuments()).isEqualTo(1);
            assertThatThrownBy(() -> things(client).insertOne(new Document("_id", 2).append("name", "a")))
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    /** So it is after a backup was restored: documents come first, and each service makes its indexes at its start. */
    @Test
    void makesAUniqueIndexOfWhatIsThere() {
        try (var store = open();
                var client = connect(store.uri("test"))) {
            things(client).insertOne(new Document("_id", 1).append("name", "a"));
            things(client).insertOne(new Document("_id", 2).append("name", "b"));

            things(client).createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));

            assertThat(things(client).find(new Document("name", "b"))).hasSize(1);
            assertThatThrownBy(() -> things(client).insertOne(new Document("_id", 3).append("name", "a")))
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    @Test
    void makesNoUniqueIndexOfTwoThatAreAlike() {
        try (var store = open();
                var client = connect(store.uri("test"))) {
            things(client).insertOne(new Document("_id", 1).append("name", "a"));
            things(client).insertOne(new Document("_id", 2).append("name", "a"));

            var index = new IndexOptions().unique(true);
            assertThatThrownBy(() -> things(client).createIndex(Indexes.ascending("name"), index))
                    .isInstanceOf(DuplicateKeyException.class)
                    .hasMessageContaining("two documents have one key");
            assertThat(things(client).countDocuments()).isEqualTo(2);
        }
    }

    /** Each has all its fields from one write, and none that is asked for is left without an answer. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersWithWholeDocumentsWhileTheyAreWritten(boolean inMemory) throws Exception {
        try (var store = inMemory ? EmbeddedStore.inMemory() : open();
                var client = MongoClients.create(store.uri("test") + QUICK + "&socketTimeoutMS=5000");
                var writer = Executors.newSingleThreadExecutor()) {
            things(client).insertOne(thing(0));
            var writing = writer.submit(() -> {
                for (int i = 1; i <= WRITES; i++) {
                    things(client).replaceOne(new Document("_id", 1), thing(i));
                }
                return true;
            });
            while (!writing.isDone()) {
                var read = Objects.requireNonNull(things(client).find().first());
                assertThat(read).hasSize(FIELDS + 1);
                read.remove("_id");
                assertThat(Set.copyOf(read.values())).hasSize(1);
            }
            assertThat(writing.get()).isTrue();
        }
    }

    private static Document thing(int value) {
        var thing = new Document("_id", 1);
        for (int field = 0; field < FIELDS; field++) {
            thing.append("field" + field, value);
        }
        return thing;
    }

    @RepeatedTest(3)
    void losesNoAcknowledgedWriteWhenKilled() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        directory.resolve("store").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var acknowledged = new AtomicInteger();
        try (var output = process.inputReader();
                var client = connect(output.lines()
                        .filter(line -> line.startsWith("mongodb:"))
                        .findFirst()
                        .orElseThrow())) {
            var killer = Thread.ofVirtual().start(() -> killAfter(process, acknowledged));
            insertUntilItFails(client, acknowledged);
            killer.join();
        }
        process.waitFor();

        try (var store = open();
                var client = connect(store.uri("test"))) {
            assertThat(things(client).countDocuments()).isGreaterThanOrEqualTo(acknowledged.get());
        }
    }

    private static void killAfter(Process process, AtomicInteger acknowledged) {
        while (acknowledged.get() < ACKNOWLEDGED_BEFORE_THE_KILL && process.isAlive()) {
            Thread.onSpinWait();
        }
        process.destroyForcibly();
    }

    private static void insertUntilItFails(MongoClient client, AtomicInteger acknowledged) {
        try {
            while (acknowledged.get() < 100 * ACKNOWLEDGED_BEFORE_THE_KILL) {
                things(client).insertOne(new Document("_id", acknowledged.get()));
                acknowledged.incrementAndGet();
            }
        } catch (MongoException _) {
            // killed, as intended
        }
    }

    /** The library's own cursor takes no request for more that names no number. */
    @Test
    void readsWhatItSortsAndWhatItGivesInPartToTheEnd() {
        try (var store = open();
                var client = connect(store.uri("test"))) {
            things(client)
                    .insertMany(IntStream.range(0, 2_500)
                            .mapToObj(i -> new Document("_id", i).append("name", "n" + i))
                            .toList());

            assertThat(things(client).find().projection(new Document("_id", 1))).hasSize(2_500);
            assertThat(things(client).find().sort(new Document("name", 1)).limit(2_200))
                    .hasSize(2_200);
        }
    }

    @Test
    void findsByAnIndexAfterARestart() {
        try (var store = open();
                var client = connect(store.uri("test"))) {
            things(client).insertOne(new Document("_id", 1).append("tags", List.of("a", "b")));
            things(client).createIndex(Indexes.ascending("tags"));
            things(client).insertOne(new Document("_id", 2).append("tags", List.of("b")));
        }

        try (var store = open();
                var client = connect(store.uri("test"))) {
            things(client).insertOne(new Document("_id", 3).append("tags", List.of("a")));
            assertThat(things(client).countDocuments(new Document("tags", "a"))).isEqualTo(2);
            assertThat(things(client).countDocuments(new Document("tags", "b"))).isEqualTo(2);
            assertThat(things(client).countDocuments()).isEqualTo(3);
        }
    }

    @Test
    void tellsOfAQueryThatNoIndexServes() {
        var read = new ArrayList<String>();
        try (var store = EmbeddedStore.inMemory((collection, query) -> read.add(collection + " " + query.keySet()));
                var client = connect(store.uri("test"))) {
            things(client).createIndex(Indexes.ascending("due", "kind"));
            things(client).insertOne(new Document("_id", 1).append("due", 1));
            read.clear();

            things(client).find(new Document("due", new Document("$lt", 2))).first();
            things(client).find(new Document("_id", new Document("$gt", 0))).first();
            assertThat(read).isEmpty();

            things(client).find(new Document("kind", "a")).first();
            assertThat(read).containsExactly("test.things [kind]");
        }
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }

    private static MongoClient connect(String uri) {
        return MongoClients.create(uri + QUICK);
    }

    private EmbeddedStore open() {
        return EmbeddedStore.open(directory.resolve("store"), failure -> {
            throw failure;
        });
    }
}
