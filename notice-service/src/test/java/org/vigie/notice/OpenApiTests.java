package org.vigie.notice;

import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.vigie.support.access.CallerRole;
import org.vigie.testing.ExplainedContract;
import org.vigie.testing.RefusedCallers;
import org.vigie.testing.RefusedFields;
import org.vigie.testing.RefusedMethods;
import org.vigie.testing.RefusedParameters;
import tools.jackson.databind.JsonNode;

/** The interface explains itself. */
@ServiceTest
class OpenApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestWorld world;

    @Test
    void explainsItsInterface() {
        ExplainedContract.check(port);
    }

    @Test
    void refusesParametersThatAreUnknownOrOutOfRange() {
        RefusedParameters.check(port);
    }

    @Test
    void refusesMethodsThatAPathDoesNotHave() {
        RefusedMethods.check(port);
    }

    @Test
    void refusesFieldsThatItsDescriptionForbids() {
        RefusedFields.check(port);
    }

    @Test
    void answersOnlyWhoMayDoIt() {
        var theirs = world.as("another", "partner:submit")
                .post("/v1/reports", verifiedReport("http://" + someHost() + "/t", someHash()))
                .id("report_id");
        var batch = world.as("another", "partner:submit")
                .post("/v1/report-batches", MediaType.parseMediaType("application/x-ndjson"), "{}", "a batch")
                .id("batch_id")
                .toString();
        var revoked = issued(Duration.ofDays(1));
        var ended = issued(Duration.ofMinutes(1));
        world.as("olga", "operator")
                .post(
                        "/v1/api-keys/" + revoked.at("/about/key_id").asString() + "/revocation",
                        "{\"reason\": \"lost\"}");
        world.moveOn(Duration.ofMinutes(1));
        var keys = Map.of(
                "a revoked key", revoked.get("key").asString(),
                "an expired key", ended.get("key").asString(),
                "no such key", "vgk_live_" + "0".repeat(49));

        var asked = RefusedCallers.check(
                port, CallerRole.words(), new RefusedCallers.Others(keys, anothers(theirs, batch)));

        System.out.printf("%d requests of callers who are refused, or not%n", asked);
    }

    /** What is another partner's, by the paths that partners may ask. */
    private Map<String, String> anothers(UUID report, String batch) {
        var webhook = world.as("another", "partner:read")
                .post("/v1/webhooks", "{\"url\": \"https://hook.test/\"}")
                .json()
                .at("/about/webhook_id")
                .asString();
        var theirs = new HashMap<>(Map.of(
                "/v1/reports/{id}",
                report.toString(),
                "/v1/reports/{id}/withdrawal",
                report.toString(),
                "/v1/reports/{id}/correction",
                report.toString(),
                "/v1/report-batches/{id}",
                batch,
                "/v1/report-batches/{id}/lines",
                batch));
        Stream.of("", "/rotation", "/disabling", "/enabling", "/ping", "/replay", "/deliveries")
                .forEach(what -> theirs.put("/v1/webhooks/{id}" + what, webhook));
        theirs.put("/v1/webhooks/{id}/deliveries/{deliveryId}/replay", webhook);
        return theirs;
    }

    private JsonNode issued(Duration life) {
        return world.as("olga", "operator")
                .post("/v1/api-keys", """
                        {"partner": "hotline-x", "rights": ["SUBMIT", "READ"], "expires_at": "%s"}""".formatted(world.now().plus(life)))
                .json();
    }
}
