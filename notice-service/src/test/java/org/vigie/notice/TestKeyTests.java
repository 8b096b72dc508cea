package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;

/** Reports with a key for tests are answered and followed as others are, and nothing comes of them. */
@ServiceTest
class TestKeyTests {

    private final String partner = "hotline-" + UUID.randomUUID();

    @Autowired
    private TestWorld world;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void aTestIsFollowedAndHasNoCase() {
        var cases = cases();
        var key = key(true);
        var url = "http://" + someHost() + "/t";
        var answer = key.post("/v1/reports", verifiedReport(url, someHash()));
        world.settle();
        var path = "/v1/reports/" + answer.id("report_id");

        assertThat(key.token()).matches("vgk_test_[0-9A-Za-z]{49}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(step(key, path)).isEqualTo("RECEIVED");
        later();
        assertThat(step(key, path)).isEqualTo("ASKED");
        later();
        assertThat(step(key, path)).isEqualTo("DOWN");
        assertThat(key.get(path).json().get("down_since").asString())
                .isEqualTo(world.now().toString());
        assertThat(key.get("/v1/changes").json().get("items").findValuesAsString("step"))
                .containsExactly("ASKED", "DOWN");
        assertThat(cases()).isEqualTo(cases);

        var meant = key(false).post("/v1/reports", verifiedReport(url, someHash()));
        world.settle();
        assertThat(cases()).isEqualTo(cases + 1);
        assertThat(world.get(path).json().get("case_id").isNull()).isTrue();
        assertThat(world.get("/v1/reports/" + meant.id("report_id"))
                        .json()
                        .get("case_id")
                        .isNull())
                .isFalse();
    }

    @Test
    void aTestIsTakenBack() {
        var key = key(true);
        var id = key.post("/v1/reports", verifiedReport("http://" + someHost() + "/b", someHash()))
                .id("report_id");
        var answer = key.post("/v1/reports/" + id + "/withdrawal", "{\"reason\": \"MISTAKE\"}");
        world.settle();
        later();

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(step(key, "/v1/reports/" + id)).isEqualTo("WITHDRAWN");
        assertThat(key.get("/v1/changes").json().get("items").findValuesAsString("step"))
                .containsExactly("WITHDRAWN");
    }

    /** What is meant and what is tried are two partners' for each other. */
    @Test
    void testsAreApartFromWhatIsMeant() {
        var key = key(true);
        var live = key(false);
        var named = UUID.randomUUID().toString();
        var test = key.post("/v1/reports", verifiedReport("http://" + someHost() + "/1", someHash()), named);
        var meant = live.post("/v1/reports", verifiedReport("http://" + someHost() + "/2", someHash()), named);
        var nobodys = live.get("/v1/reports/" + UUID.randomUUID());

        assertThat(meant.status()).as("the same Idempotency-Key").isEqualTo(202);
        assertThat(live.get("/v1/reports/" + test.id("report_id"))).isEqualTo(nobodys);
        assertThat(key.get("/v1/reports/" + meant.id("report_id"))).isEqualTo(nobodys);
    }

    @Test
    void aBatchOfTestsIsFiledAndHasNoCase() {
        var cases = cases();
        var key = key(true);
        var line = "{\"url\": \"http://%s/b\", \"category\": \"CSAM\", \"verification\": \"SUSPECT\"}\n";

        var batch = key.post(
                "/v1/report-batches",
                MediaType.parseMediaType("application/x-ndjson"),
                line.formatted(someHost()) + line.formatted(someHost()),
                "a batch");
        world.settle();

        assertThat(key.get("/v1/report-batches/" + batch.id("batch_id")).body()).contains("\"accepted\":2");
        assertThat(cases()).isEqualTo(cases);
    }

    @Test
    void theKeyThatFollowsOneForTestsIsForTests() {
        var old = issued(true);
        var next = world.as("olga", "operator")
                .post("/v1/api-keys/" + old.json().at("/about/key_id").asString() + "/rotation", """
                        {"expires_at": "%s"}""".formatted(
                                world.now().plus(Duration.ofDays(2))))
                .json();

        assertThat(next.get("key").asString()).startsWith("vgk_test_");
        assertThat(next.at("/about/test").asBoolean()).isTrue();
    }

    private Asking key(boolean test) {
        return world.with(issued(test).json().get("key").asString());
    }

    private TestWorld.Answer issued(boolean test) {
        var answer = world.as("olga", "operator")
                .post("/v1/api-keys", """
                        {"partner": "%s", "rights": ["SUBMIT", "READ"], "expires_at": "%s", "test": %s}""".formatted(partner, world.now().plus(Duration.ofDays(1)), test));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private void later() {
        world.moveOn(Duration.ofMinutes(1));
        world.settle();
    }

    private String step(Asking who, String path) {
        return who.get(path).json().get("step").asString();
    }

    /** Once what was reported before is applied. */
    private long cases() {
        world.settle();
        return mongo.getCollection("cases").countDocuments();
    }
}
