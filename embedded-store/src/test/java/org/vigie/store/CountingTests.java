package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoDriverInformation;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meters count what is stored at every scrape: that must not read it. */
class CountingTests {

    private static final int DOCUMENTS = 400;
    private static final String LARGE = "x".repeat(20_000);

    @ParameterizedTest
    @CsvSource({
        "{}, 400",
        "'{state: \"open\"}', 200",
        "'{state: {$in: [\"open\", \"shut\"]}}', 400",
        "'{state: \"other\"}', 0"
    })
    void readsNoDocument(String query, long expected) {
        try (var store = EmbeddedStore.inMemory();
                var client = store.client(
                        MongoClientSettings.builder().build(),
                        MongoDriverInformation.builder().build())) {
            var things = client.getDatabase("test").getCollection("things");
            things.createIndex(Indexes.ascending("state"));
            things.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(id -> new Document("_id", id)
                            .append("state", id % 2 == 0 ? "open" : "shut")
                            .append("text", LARGE))
                    .toList());
            var asked = Document.parse(query);
            assertThat(things.countDocuments(asked)).isEqualTo(expected); // loads classes
            assertThat(allocatedByCounting(things, asked)).isLessThan((long) DOCUMENTS * LARGE.length() / 4);
        }
    }

    /** The store answers on the thread that asks. */
    private static long allocatedByCounting(MongoCollection<Document> things, Document query) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        things.countDocuments(query);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
