package org.vigie.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.testing.TestMongo;

class DueScanTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void findsTheEarliestAndNoMoreThanTheLimit() {
        var database = TestMongo.newDatabase();
        try (var client = MongoClients.create(TestMongo.uri(database))) {
            var mongo = new MongoTemplate(client, database);
            mongo.insert(
                    List.of(
                            new Document("_id", "later").append("due", NOW.plusSeconds(60)),
                            new Document("_id", "never"),
                            new Document("_id", "overdue").append("due", NOW.minusSeconds(60)),
                            new Document("_id", "now").append("due", NOW)),
                    "work");

            assertThat(DueScan.earliest(mongo, "work", Function.identity(), 2))
                    .containsExactlyInAnyOrderEntriesOf(Map.of("overdue", NOW.minusSeconds(60), "now", NOW));
            assertThat(DueScan.earliest(mongo, "work", Function.identity())).hasSize(3);
        }
    }
}
