package org.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandInTests {

    private static final String QUICK = "?serverSelectionTimeoutMS=2000&retryWrites=false";
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 300;

    @TempDir
    private Path directory;

    @Test
    void answersHelloAsTheHealthIndicatorAsks() {
        try (var store = StandIn.open(file());
                var client = connect(store.uri("test"))) {
            assertThat(client.getDatabase("admin").runCommand(new Document("hello", 1)))
                    .containsEntry("isWritablePrimary", true);
        }
    }

    @Test
    void keepsDocumentsAndUniqueIndexesOverARestart() {
        try (var store = StandIn.open(file());
                var client = connect(store.uri("test"))) {
            things(client).createIndex(Indexes.ascending("name"), new IndexOptions().unique(true));
            things(client).insertOne(new Document("_id", 1).append("name", "a"));
        }

        try (var store = StandIn.open(file());
                var client = connect(store.uri("test"))) {
            assertThat(things(client).countDocuments()).isEqualTo(1);
            assertThatThrownBy(() -> things(client).insertOne(new Document("_id", 2).append("name", "a")))
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    @RepeatedTest(3)
    void losesNoAcknowledgedWriteWhenKilled() throws IOException, InterruptedException {
        var process = ChildJvm.run(StandInProcess.class, file().toString());
        var acknowledged = new AtomicInteger();
        try (var output = process.inputReader();
                var client = connect(output.readLine())) {
            var killer = Thread.ofVirtual().start(() -> killAfter(process, acknowledged));
            insertUntilItFails(client, acknowledged);
            killer.join();
        }
        process.waitFor();

        try (var store = StandIn.open(file());
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

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }

    private static MongoClient connect(String uri) {
        return MongoClients.create(uri + QUICK);
    }

    private Path file() {
        return directory.resolve("stand-in.mv");
    }
}
