package org.vigie.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files hold of documents that are no more. */
class RewritingTests {

    private static final int MANY = 2_000;

    @TempDir
    private Path directory;

    @Test
    void leavesNothingOfWhatWasOverwrittenOrDeleted() throws IOException {
        var marks = marks();
        try (var store = open();
                var client = MongoClients.create(store.uri("test"))) {
            var things = client.getDatabase("test").getCollection("things");
            write(things, marks);
            store.rewrite();
            assertThat(found(marks))
                    .as("found by who looks; compression cuts some")
                    .hasSizeGreaterThan(MANY / 2);

            for (var number = 0; number < MANY; number++) {
                if (number % 2 == 0) {
                    things.replaceOne(new Document("_id", number), new Document("mark", "gone"));
                } else {
                    things.deleteOne(new Document("_id", number));
                }
            }
            assertThat(found(marks))
                    .as("an older version is in the files still")
                    .isNotEmpty();
            store.rewrite();

            assertThat(found(marks)).isEmpty();
            assertThat(things.countDocuments(new Document("mark", "gone"))).isEqualTo(MANY / 2);
        }
    }

    @Test
    void aStoreClosesWhileItIsRewritten() {
        try (var store = open(Duration.ZERO);
                var client = MongoClients.create(store.uri("test"))) {
            write(client.getDatabase("test").getCollection("things"), marks());
        }
        open(Duration.ZERO).close();

        try (var store = open();
                var client = MongoClients.create(store.uri("test"))) {
            assertThat(client.getDatabase("test").getCollection("things").countDocuments())
                    .isEqualTo(MANY);
        }
    }

    private static List<String> marks() {
        var random = new SecureRandom();
        return IntStream.range(0, MANY)
                .mapToObj(_ -> {
                    var mark = new byte[24];
                    random.nextBytes(mark);
                    return Base64.getEncoder().encodeToString(mark);
                })
                .toList();
    }

    private static void write(MongoCollection<Document> things, List<String> marks) {
        things.insertMany(IntStream.range(0, MANY)
                .mapToObj(number -> new Document("_id", number).append("mark", marks.get(number)))
                .toList());
    }

    private List<String> found(List<String> marks) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(one -> !one.toString().endsWith(".so"))
                    .toList()) {
                all.append(Files.readString(file, ISO_8859_1));
            }
        }
        var text = all.toString();
        return marks.stream().filter(text::contains).toList();
    }

    private EmbeddedStore open() {
        return open(Duration.ofHours(1));
    }

    private EmbeddedStore open(Duration untilRewritten) {
        return EmbeddedStore.open(
                directory.resolve("store"),
                failure -> {
                    throw failure;
                },
                untilRewritten);
    }
}
