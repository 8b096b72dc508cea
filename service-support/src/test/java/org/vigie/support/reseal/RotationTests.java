package org.vigie.support.reseal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.events.SealedUrl;
import org.vigie.events.Topics;
import org.vigie.support.events.EventJson;
import org.vigie.support.events.StoredTopic;
import org.vigie.support.outbox.MongoOutbox;
import org.vigie.support.seal.EvaluationKeys;
import org.vigie.support.seal.KeysetDirectory;
import org.vigie.support.seal.Keysets;
import org.vigie.testing.TestMongo;

class RotationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private MongoClient client;
    private MongoTemplate mongo;
    private KeysetDirectory files;
    private Keysets keysets;

    @BeforeEach
    void begin() {
        var database = TestMongo.newDatabase();
        client = MongoClients.create(TestMongo.uri(database));
        mongo = new MongoTemplate(client, database);
        EvaluationKeys.makeMissing(directory, List.of("notice-service"));
        files = new KeysetDirectory(directory);
        keysets = opened();
    }

    @AfterEach
    void close() {
        client.close();
    }

    /** Four keep asking, as requests do, with keysets that were read before it began. */
    @ParameterizedTest
    @ValueSource(strings = {"store-notice-service", "location", "inbound-private"})
    void aKeysetIsRotatedUnderLoadWithoutAFailedRequest(String name) {
        new KeysetsFit(mongo, keysets).start();
        try (var load = new Requests(mongo, keysets)) {
            await().atMost(PATIENCE).until(() -> load.done() > 100);
            var before = files.keys(name).primary();
            var added = files.add(name);
            load.more(50, PATIENCE);
            files.promote(name, added);
            load.more(200, PATIENCE);
            await().atMost(PATIENCE).until(() -> sealsWith(name).equals(added));

            untilDone();
            assertThat(new KeysEndpoint(keysets, pass(keysets)).keys().texts())
                    .doesNotContainKey(before)
                    .containsKey(added);
            files.remove(name, before);
            load.more(200, PATIENCE);

            assertThat(load.failures()).isEmpty();
            load.readAll(opened());
            assertThat(load.failures()).isEmpty();
        }
    }

    @Test
    void whatEndsInTheMiddleGoesOnWhereItWas() {
        var store = keysets.store("notice-service");
        for (var each = 0; each < 450; each++) {
            save("cases", "c-%03d".formatted(each), store.seal("text " + each, "c-%03d".formatted(each)));
        }
        var before = files.keys("store-notice-service").primary();
        files.promote("store-notice-service", files.add("store-notice-service"));

        var first = opened();
        for (var portion = 0; portion < 3; portion++) {
            pass(first).step();
        }
        var again = pass(opened());
        var on = state(again);
        assertThat(on.looked()).isBetween(100L, 300L);
        assertThat(on.share()).isStrictlyBetween(0.0, 1.0);
        assertThat(again.step()).isTrue();
        assertThat(state(again).looked()).isBetween(on.looked() + 1, on.looked() + 100);

        untilDone();
        files.remove("store-notice-service", before);
        for (var each = 0; each < 450; each++) {
            var id = "c-%03d".formatted(each);
            assertThat(opened().store("notice-service").open(read("cases", id), id))
                    .isEqualTo("text " + each);
        }
    }

    @Test
    void findsATextWhereverADocumentHasIt() {
        var store = keysets.store("notice-service");
        var location = keysets.location();
        var addresses = location.seal("{}", "c-1/addresses");
        mongo.insert(
                new Document("_id", "w-1")
                        .append("version", 3L)
                        .append("nothing", null)
                        .append("secrets", List.of(new Document("text", Requests.document(store.seal("s", "w-1"))))),
                "webhooks");
        var seen = store.seal("seen", "c-1");
        mongo.insert(
                new Document("_id", "c-1").append("keyId", seen.keyId()).append("seen", seen.ciphertext()), "chains");
        mongo.insert(
                new Document("_id", "c-1")
                        .append("snapshot", EventJson.MAPPER.writeValueAsString(Map.of("addresses", addresses))),
                "copies_chains");
        var old = List.of(
                files.keys("store-notice-service").primary(),
                files.keys("location").primary());
        files.promote("store-notice-service", files.add("store-notice-service"));
        files.promote("location", files.add("location"));
        untilDone();
        files.remove("store-notice-service", old.getFirst());
        files.remove("location", old.getLast());

        var now = opened();
        var webhook = find("w-1", "webhooks");
        var text = webhook.getList("secrets", Document.class).getFirst().get("text", Document.class);
        assertThat(now.store("notice-service").open(Requests.sealed(text), "w-1"))
                .isEqualTo("s");
        assertThat(webhook).containsEntry("version", 3L).containsEntry("nothing", null);
        var chain = find("c-1", "chains");
        assertThat(now.store("notice-service")
                        .open(new SealedUrl(chain.getString("keyId"), chain.getString("seen")), "c-1"))
                .isEqualTo("seen");
        var copy = EventJson.MAPPER
                .readTree(find("c-1", "copies_chains").getString("snapshot"))
                .get("addresses");
        assertThat(now.location().open(EventJson.MAPPER.treeToValue(copy, SealedUrl.class), "c-1/addresses"))
                .isEqualTo("{}");
    }

    @Test
    void whatCannotBeOpenedStaysAndItsKeyCountsAsInUse() {
        var sealed = keysets.location().seal("text", "another record");
        save("cases", "c-1", sealed);
        files.promote("location", files.add("location"));

        untilDone();

        assertThat(read("cases", "c-1")).isEqualTo(sealed);
        assertThat(new KeysEndpoint(keysets, pass(keysets)).keys().texts()).containsEntry(sealed.keyId(), 1L);
    }

    /** The topics hold what the key before sealed until they are published again. */
    @Test
    void whatIsPublishedSealedIsPublishedAgainOnceAndOnlyForItsOwnKeyset() {
        mongo.insert(new Document("_id", "c-1").append(MongoOutbox.UNPUBLISHED, false), "cases");
        untilDone();
        assertThat(unpublished()).isFalse();

        files.promote("store-notice-service", files.add("store-notice-service"));
        untilDone();
        assertThat(unpublished()).isFalse();

        files.promote("location", files.add("location"));
        untilDone();
        assertThat(unpublished()).isTrue();
    }

    @Test
    void theServiceStartsAgainWithoutTheKeyThatWasTakenAway() {
        new KeysetsFit(mongo, keysets).start();
        for (var name : List.of("store-notice-service", "location", "inbound-private")) {
            var before = files.keys(name).primary();
            files.promote(name, files.add(name));
            untilDone();
            files.remove(name, before);
        }

        assertThatCode(() -> new KeysetsFit(mongo, opened()).start()).doesNotThrowAnyException();
    }

    private boolean unpublished() {
        return find("c-1", "cases").getBoolean(MongoOutbox.UNPUBLISHED);
    }

    private String sealsWith(String name) {
        return Objects.requireNonNull(keysets.opened().get(name)).keys().primary();
    }

    private Keysets opened() {
        var some = new Keysets(directory);
        some.store("notice-service");
        some.location();
        some.inboundOpener();
        some.index();
        return some;
    }

    private ResealingPass pass(Keysets some) {
        return new ResealingPass(
                mongo, some, List.of(StoredTopic.published("cases", Topics.LOCATIONS)), Clock.systemUTC());
    }

    private void untilDone() {
        var pass = pass(opened());
        var steps = new ArrayList<Boolean>();
        do {
            steps.add(pass.step());
            assertThat(steps).hasSizeLessThan(10_000);
        } while (steps.getLast() || !state(pass).isDone());
    }

    private static PassState state(ResealingPass pass) {
        return Objects.requireNonNull(pass.state());
    }

    private Document find(String id, String collection) {
        return Objects.requireNonNull(mongo.findById(id, Document.class, collection));
    }

    private void save(String collection, String id, SealedUrl sealed) {
        mongo.insert(new Document("_id", id).append("secrets", Requests.document(sealed)), collection);
    }

    private SealedUrl read(String collection, String id) {
        return Requests.sealed(find(id, collection).get("secrets", Document.class));
    }
}
