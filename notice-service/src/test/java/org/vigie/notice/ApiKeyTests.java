package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.vigie.notice.TestWorld.Answer;
import tools.jackson.databind.JsonNode;

/** Keys of partners who have no issuer. */
@ServiceTest
class ApiKeyTests {

    private static final List<Logger> LOGGERS = Stream.of("org.vigie", "org.springframework.security")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();

    private final String partner = "hotline-" + UUID.randomUUID();

    @Autowired
    private TestWorld world;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void aPartnerReportsAndFollowsWithItsKey() {
        var key = issued(Duration.ofDays(30)).get("key").asString();
        var report = world.with(key).post("/v1/reports", verifiedReport("http://" + someHost() + "/k", someHash()));

        assertThat(key).matches("vgk_live_[0-9A-Za-z]{49}");
        assertThat(report.status()).isEqualTo(202);
        assertThat(world.with(key).get("/v1/reports/" + report.id("report_id")).status())
                .isEqualTo(200);
        assertThat(world.as(partner, "partner:read")
                        .get("/v1/reports/" + report.id("report_id"))
                        .status())
                .as("the same partner by its issuer")
                .isEqualTo(200);
        assertThat(world.with(key).get("/v1/cases").status()).isEqualTo(403);
    }

    @Test
    void aKeyIsForWhatItWasMadeFor() {
        var key = issued("[\"READ\"]", Duration.ofDays(1)).get("key").asString();

        assertThat(world.with(key).get("/v1/reports").status()).isEqualTo(200);
        assertThat(world.with(key)
                        .post("/v1/reports", verifiedReport("http://" + someHost(), someHash()))
                        .status())
                .isEqualTo(403);
    }

    /** Who has found a key learns nothing of it. */
    @Test
    void unknownRevokedAndExpiredKeysAnswerAlike() {
        var revoked = issued(Duration.ofDays(1));
        var expired = issued(Duration.ofMinutes(1)).get("key").asString();
        var good = issued(Duration.ofDays(1)).get("key").asString();
        assertThat(revoke(revoked).status()).isEqualTo(204);
        world.moveOn(Duration.ofMinutes(1));
        var unknown = world.with(good.substring(0, good.length() - 1) + (good.endsWith("0") ? "1" : "0"))
                .get("/v1/reports");

        assertThat(unknown.status()).isEqualTo(401);
        for (var key : List.of(revoked.get("key").asString(), expired, "vgk_", "vgk_live_1")) {
            assertThat(world.with(key).get("/v1/reports")).isEqualTo(unknown);
        }
        assertThat(world.with(good).get("/v1/reports").status()).isEqualTo(200);
    }

    @Test
    void anOldKeyAndTheOneThatFollowsItCountBothForAWhile() {
        var old = issued(Duration.ofDays(300));
        var answer = world.as("olga", "operator")
                .post(path(old) + "/rotation", """
                        {"expires_at": "%s"}""".formatted(world.now().plus(Duration.ofDays(300))));
        var both = List.of(old.get("key").asString(), answer.json().get("key").asString());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/about/replaces").asString()).isEqualTo(id(old));
        assertThat(both).allMatch(key -> world.with(key).get("/v1/reports").status() == 200);
        assertThat(listed().findValuesAsString("expires_at"))
                .contains(world.now().plus(Duration.ofDays(7)).toString());
        assertThat(revoke(old).status()).isEqualTo(204);
        assertThat(world.as("olga", "operator")
                        .post(path(old) + "/rotation", """
                        {"expires_at": "%s"}""".formatted(world.now().plus(Duration.ofDays(1))))
                        .body())
                .contains("key-over");
    }

    @Test
    void theListSaysWhoseTheyAreAndWhenTheyWereUsed() {
        var key = issued(Duration.ofDays(1));
        world.with(key.get("key").asString()).get("/v1/reports");
        var unused = issued(Duration.ofDays(1));
        revoke(unused);

        var listed = listed();

        assertThat(listed.findValuesAsString("last_used_on"))
                .contains(world.now().toString().substring(0, 10));
        assertThat(listed.findValuesAsString("revoked_by")).anyMatch(by -> by.startsWith("olga <"));
        assertThat(listed.findValuesAsString("reason")).contains("lost");
        assertThat(listed.toString())
                .contains(id(key), id(unused))
                .doesNotContain(key.get("key").asString());
    }

    @Test
    void aKeyIsNeitherStoredNorLogged() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        LOGGERS.forEach(logger -> {
            logger.setLevel(Level.TRACE);
            logger.addAppender(lines);
        });
        var issued = issued(Duration.ofDays(1));
        var key = issued.get("key").asString();
        world.with(key).get("/v1/reports");
        world.with(key).post("/v1/reports", "{\"url\": \"" + key + "\"}");
        revoke(issued);
        world.with(key).get("/v1/reports");
        LOGGERS.forEach(logger -> {
            logger.setLevel(null);
            logger.detachAppender(lines);
        });

        assertThat(lines.list.stream()
                        .map(line -> line.getFormattedMessage() + line.getKeyValuePairs() + line.getThrowableProxy()))
                .anyMatch(line -> line.startsWith("key revoked"))
                .anyMatch(line -> line.contains("/v1/reports"))
                .noneMatch(line -> line.contains(key));
        assertThat(mongo.getCollection("apiKeys").find())
                .noneMatch(document ->
                        document.toJson().contains(key) || document.toJson().contains("olga"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b       | ["READ"]        | 2036 | /partner
            iccam     | ["READ"]        | 2026 | /partner
            hotline-x | []              | 2026 | /rights
            hotline-x | ["EVERYTHING"]  | 2026 | /rights
            hotline-x | ["READ"]        | 2036 | /expires_at
            hotline-x | ["READ"]        | 2025 | /expires_at
            """)
    void refusesWhatMakesNoKey(String whose, String rights, int year, String named) {
        var answer = world.as("olga", "operator").post("/v1/api-keys", """
                        {"partner": "%s", "rights": %s, "expires_at": "%d-12-31T00:00:00Z"}""".formatted(whose, rights, year));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(named);
    }

    private JsonNode issued(Duration life) {
        return issued("[\"SUBMIT\", \"READ\"]", life);
    }

    private JsonNode issued(String rights, Duration life) {
        var answer = world.as("olga", "operator")
                .post("/v1/api-keys", """
                        {"partner": "%s", "rights": %s, "expires_at": "%s"}""".formatted(partner, rights, world.now().plus(life)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private Answer revoke(JsonNode issued) {
        return world.as("olga", "operator").post(path(issued) + "/revocation", "{\"reason\": \"lost\"}");
    }

    private JsonNode listed() {
        return world.as("olga", "auditor")
                .get("/v1/api-keys?partner=" + partner)
                .json();
    }

    private static String path(JsonNode issued) {
        return "/v1/api-keys/" + id(issued);
    }

    private static String id(JsonNode issued) {
        return issued.at("/about/key_id").asString();
    }
}
