package org.vigie.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoDriverInformation;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every write and query at random has the same result as in the library's own memory, which reads all documents. */
@SuppressWarnings("JavaUtilDate") // what the driver reads and writes
class SameAnswersTests {

    private static final int STEPS = 600;
    private static final List<String> FIELDS = List.of("a", "b", "list", "sub.x", "list.x", "due", "_id");

    private MongoServer server;
    private EmbeddedStore store;
    private MongoClient theirClient;
    private MongoClient ourClient;

    @BeforeEach
    void open() {
        server = new MongoServer(new MemoryBackend());
        store = EmbeddedStore.inMemory();
        theirClient = MongoClients.create(server.bindAndGetConnectionString());
        ourClient = store.client(
                MongoClientSettings.builder().build(),
                MongoDriverInformation.builder().build());
    }

    @AfterEach
    void close() {
        ourClient.close();
        theirClient.close();
        store.close();
        server.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersAsIfEveryDocumentWereRead(long seed) {
        var random = new Random(seed);
        var ours = things(ourClient);
        var theirs = things(theirClient);
        for (var index : List.of(
                Indexes.ascending("a"),
                Indexes.ascending("a", "due"),
                Indexes.ascending("list"),
                Indexes.ascending("sub.x", "a"),
                Indexes.ascending("due"),
                Indexes.ascending("list.x"))) {
            ours.createIndex(index);
        }
        for (var both : List.of(ours, theirs)) {
            both.createIndex(Indexes.ascending("one"), new IndexOptions().unique(true));
        }
        for (int step = 0; step < STEPS; step++) {
            write(random, ours, theirs);
            var query = query(random);
            assertThat(ids(ours.find(query))).as("%s", query).hasSameElementsAs(ids(theirs.find(query)));
            assertThat(ours.countDocuments(query)).as("%s", query).isEqualTo(theirs.countDocuments(query));
            var sort = new Document(FIELDS.get(random.nextInt(2)), random.nextBoolean() ? 1 : -1).append("_id", 1);
            int limit = 1 + random.nextInt(5);
            assertThat(ids(ours.find(query).sort(sort).limit(limit)))
                    .as("%s by %s", query, sort)
                    .isEqualTo(ids(theirs.find(query).sort(sort).limit(limit)));
        }
        assertThat(ids(ours.find().batchSize(7))).hasSameElementsAs(ids(theirs.find()));
    }

    private static void write(Random random, MongoCollection<Document> ours, MongoCollection<Document> theirs) {
        var id = new Document("_id", random.nextInt(60));
        var document = document(random, id.getInteger("_id"));
        int kind = random.nextInt(5);
        assertThat(written(ours, kind, id, document)).isEqualTo(written(theirs, kind, id, document));
    }

    private static String written(MongoCollection<Document> into, int kind, Document id, Document document) {
        var copy = Document.parse(document.toJson());
        try {
            return switch (kind) {
                case 0 -> "" + into.deleteOne(id).getDeletedCount();
                case 1 -> "" + into.replaceOne(id, copy).getModifiedCount();
                case 2 ->
                    ""
                            + into.updateOne(id, new Document("$unset", new Document("a", "")))
                                    .getModifiedCount();
                case 3 ->
                    ""
                            + into.updateOne(id, new Document("$set", new Document("list", copy.get("list"))))
                                    .getModifiedCount();
                default -> "" + into.insertOne(copy).wasAcknowledged();
            };
        } catch (MongoException e) {
            return "refused " + e.getCode();
        }
    }

    private static Document document(Random random, int id) {
        var document = new Document("_id", id).append("one", random.nextInt(200));
        if (random.nextInt(4) > 0) {
            document.put("a", value(random));
        }
        if (random.nextInt(4) > 0) {
            document.put("b", value(random));
        }
        if (random.nextBoolean()) {
            document.append("sub", new Document("x", value(random)));
        }
        if (random.nextBoolean()) {
            document.put("due", random.nextInt(4) == 0 ? null : new Date(random.nextInt(10) - 5));
        }
        var list = new ArrayList<Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(random.nextInt(4) == 0 ? new Document("x", value(random)) : value(random));
        }
        return document.append("list", list);
    }

    private static @Nullable Object value(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> List.of("", "a", "a\u0000", "ab", "\u00e9").get(random.nextInt(5));
            case 3 -> Long.MAX_VALUE - random.nextInt(3);
            case 4 -> random.nextInt(4) - 1.5;
            default -> random.nextInt(5) - 2;
        };
    }

    private static Bson query(Random random) {
        if (random.nextInt(6) == 0) {
            return new Document("$or", List.of(query(random), query(random)));
        }
        var query = new Document();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            var field = FIELDS.get(random.nextInt(FIELDS.size()));
            query.put(field, field.equals("due") ? dates(random) : condition(random));
        }
        if (random.nextInt(6) == 0) {
            query.put("list", new Document("$elemMatch", new Document("x", condition(random))));
        }
        return query;
    }

    private static @Nullable Object dates(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new Document("$ne", null);
            case 2 -> new Document("$gte", new Date(random.nextInt(8) - 4)).append("$lt", new Date(random.nextInt(8)));
            default -> new Document("$exists", random.nextBoolean());
        };
    }

    private static @Nullable Object condition(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Document("$in", new ArrayList<>(Arrays.asList(value(random), value(random))));
            case 1 -> new Document("$gt", random.nextInt(5) - 2);
            case 2 -> new Document("$gte", random.nextInt(5) - 3).append("$lt", random.nextInt(5));
            case 3 -> new Document("$ne", value(random));
            case 4 -> new Document("$exists", random.nextBoolean());
            case 5 -> new Document("$lte", random.nextInt(5) - 2);
            default -> value(random);
        };
    }

    private static List<Object> ids(Iterable<Document> documents) {
        var ids = new ArrayList<>();
        documents.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }
}
