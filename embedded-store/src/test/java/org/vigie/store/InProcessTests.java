package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoDriverInformation;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InProcessTests {

    private static final int WRITERS = 8;

    @TempDir
    private Path directory;

    @Test
    void answersLikeTheSocket() {
        try (var store = EmbeddedStore.inMemory();
                var within = client(store);
                var beside = MongoClients.create(store.uri("test"))) {
            things(within).insertOne(new Document("_id", 1).append("name", "a"));

            assertThat(things(beside).find().first())
                    .isEqualTo(things(within).find().first());
            assertThatThrownBy(() -> things(within).insertOne(new Document("_id", 1)))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            refused -> assertThat(refused.getCode()).isEqualTo(11000));
        }
    }

    @Test
    void readsWhatComesInSeveralPages() {
        try (var store = EmbeddedStore.inMemory();
                var within = client(store)) {
            var all = new ArrayList<Document>();
            for (int i = 0; i < 2_500; i++) {
                all.add(new Document("_id", i));
            }
            things(within).insertMany(all);

            assertThat(things(within).find()).hasSize(all.size());
        }
    }

    /** RocksDB is native: what it is asked after it is closed would end the process. */
    @Test
    void isClosedUnderWritersAndKeepsWhatItAnswered() throws Exception {
        Set<Integer> answered = ConcurrentHashMap.newKeySet();
        var begun = new CountDownLatch(200);
        var closed = open();
        try (var within = client(closed);
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                int first = i;
                writers.execute(() -> writeUntilItFails(within, first, answered, begun));
            }
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            closed.close();
        }

        try (var store = open();
                var within = client(store)) {
            assertThat(things(within).find().map(one -> one.getInteger("_id"))).containsAll(answered);
        }
    }

    private static void writeUntilItFails(MongoClient client, int first, Set<Integer> answered, CountDownLatch begun) {
        try {
            for (int id = first; ; id += WRITERS) {
                things(client).insertOne(new Document("_id", id));
                answered.add(id);
                begun.countDown();
            }
        } catch (MongoException _) {
            // It is closed.
        }
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }

    private static MongoClient client(EmbeddedStore store) {
        return store.client(
                MongoClientSettings.builder()
                        .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                        .build(),
                MongoDriverInformation.builder().build());
    }

    private EmbeddedStore open() {
        return EmbeddedStore.open(directory.resolve("store"), failure -> {
            throw failure;
        });
    }
}
