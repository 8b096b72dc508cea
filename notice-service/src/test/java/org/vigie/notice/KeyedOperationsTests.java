package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.testing.InProcessInfrastructure;
import org.vigie.testing.Race;
import tools.jackson.databind.JsonNode;

/**
 * Whatever takes an {@code Idempotency-Key} by the OpenAPI document answers the same body under the same key alike,
 * also if several come at once and after a restart, and another one 422, where the document says so.
 */
@ServiceTest
@InProcessInfrastructure(database = "keyed-operations")
@TestMethodOrder(OrderAnnotation.class)
class KeyedOperationsTests {

    private static final int AT_ONCE = 4;
    private static final String SUSPECTED = "{\"category\": \"CSAM\", \"verification\": \"SUSPECT\"}";

    /** Ask again what was asked before the restart. */
    private static final Map<String, Consumer<TestWorld>> AGAIN = new ConcurrentHashMap<>();

    @Autowired
    private TestWorld world;

    private final Map<String, Supplier<Keyed>> known = Map.of(
            "/v1/reports", this::reports,
            "/v1/report-batches", this::batches,
            "/v1/reports/{id}/withdrawal", this::withdrawals,
            "/v1/reports/{id}/correction", this::corrections,
            "/v1/notices/{noticeId}/reply", this::replies,
            "/v1/cases/{caseId}/holds", this::holds,
            "/v1/cases/{caseId}/observations", this::observations,
            "/v1/providers/{providerId}/contacts/{contactId}/test", this::contacts);

    @TestFactory
    @Order(1)
    @DirtiesContext
    Stream<DynamicTest> everyOperationThatTakesAKey() {
        return world.get("/v3/api-docs")
                .json()
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> takesAKey(operation.getValue()))
                        .map(operation -> DynamicTest.dynamicTest(
                                operation.getKey() + " " + path.getKey(),
                                () -> check(path.getKey(), operation.getValue()))));
    }

    /** In another process as far as Spring goes, which has the store and nothing else. */
    @Test
    @Order(2)
    void theSameAfterARestart() {
        assumeThat(AGAIN).as("asked before").isNotEmpty();

        assertThat(AGAIN.keySet()).isEqualTo(known.keySet());
        AGAIN.values().forEach(again -> again.accept(world));
    }

    /** A hold that was not placed would let a notice leave that the police asked to stop. */
    @Test
    void anotherHoldUnderAUsedKeyIsPlacedToo() {
        var holds = holds();
        var key = UUID.randomUUID().toString();

        var first = holds.asks().ask(world, holds.body(), key);
        var other = holds.asks().ask(world, holds.body().replace("asked for", "asked for again"), key);

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(other.status()).as(other.body()).isEqualTo(200);
        assertThat(other.json().get("hold_id")).isNotEqualTo(first.json().get("hold_id"));
    }

    private static boolean takesAKey(JsonNode operation) {
        return operation.path("parameters").findValuesAsString("name").contains("Idempotency-Key");
    }

    private void check(String path, JsonNode operation) {
        assertThat(known).as("operations with something to do them to").containsKey(path);
        var keyed = with(path);
        var key = UUID.randomUUID().toString();

        var first = keyed.ask(world, keyed.body(), key);

        assertThat(first).as("the first").startsWith("2");
        AGAIN.put(
                path,
                now -> assertThat(keyed.ask(now, keyed.body(), key)).as(path).isEqualTo(first));
        assertThat(keyed.ask(world, keyed.body(), key)).as("the same again").isEqualTo(first);
        if (operation.at("/responses/422").isObject()) {
            assertThat(keyed.other()).as("another body").isNotNull();
            var reused = keyed.asks().ask(world, String.valueOf(keyed.other()), key);
            assertThat(reused.status()).as(reused.body()).isEqualTo(422);
            assertThat(reused.body()).contains("idempotency-key-reused");
            assertThat(keyed.ask(world, keyed.body(), key))
                    .as("the same after another")
                    .isEqualTo(first);
        }
        var atOnce = with(path);
        var one = UUID.randomUUID().toString();
        assertThat(Race.of(AT_ONCE, _ -> Optional.of(atOnce.ask(world, atOnce.body(), one))))
                .as("at once")
                .hasSize(AT_ONCE)
                .allSatisfy(answer -> assertThat(answer).startsWith("2"))
                .containsOnly(atOnce.ask(world, atOnce.body(), one));
    }

    private Keyed with(String path) {
        return Objects.requireNonNull(known.get(path), path).get();
    }

    private Keyed reports() {
        var partner = partner();
        return new Keyed(
                (now, body, key) -> as(now, partner).post("/v1/reports", body, key), aReport(), aReport(), null);
    }

    private Keyed batches() {
        var partner = partner();
        return new Keyed(
                (now, body, key) ->
                        as(now, partner).post("/v1/report-batches", MediaType.APPLICATION_NDJSON, body, key),
                line(),
                line(),
                "/batch_id");
    }

    private Keyed withdrawals() {
        var partner = partner();
        var path = "/v1/reports/%s/withdrawal".formatted(reported(partner));
        return new Keyed(
                (now, body, key) -> as(now, partner).post(path, body, key),
                "{\"reason\": \"MISTAKE\"}",
                "{\"reason\": \"OTHER\"}",
                null);
    }

    private Keyed corrections() {
        var partner = partner();
        var path = "/v1/reports/%s/correction".formatted(reported(partner));
        return new Keyed(
                (now, body, key) -> as(now, partner).post(path, body, key),
                SUSPECTED,
                SUSPECTED.replace("SUSPECT", "NOT_ILLEGAL"),
                null);
    }

    private Keyed replies() {
        var caseId = caseOf(reported(partner()));
        world.resolved(caseId, world.provider(Role.HOST, "host"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        var notice = world.get("/v1/cases/" + caseId + "/notices")
                .json()
                .at("/notices/0/notice_id")
                .asString();
        var body = "{\"outcome\": \"ACTIONED\", \"received_at\": \"%s\"}".formatted(world.now());
        return new Keyed(
                as("/v1/notices/" + notice + "/reply"), body, body.replace("ACTIONED", "NOT_OURS"), "/reply_id");
    }

    private Keyed holds() {
        var body = "{\"owner\": \"police\", \"reason\": \"asked for\", \"expires_at\": \"%s\"}"
                .formatted(world.now().plus(Duration.ofDays(1)));
        return new Keyed(as("/v1/cases/" + caseOf(reported(partner())) + "/holds"), body, null, "/hold_id");
    }

    private Keyed observations() {
        var body = "{\"seen\": \"GONE\", \"reason\": \"looked\"}";
        return new Keyed(as("/v1/cases/" + caseOf(reported(partner())) + "/observations"), body, null, null);
    }

    private Keyed contacts() {
        var host = world.provider(Role.HOST, "host");
        return new Keyed(
                as("/v1/providers/" + host.id() + "/contacts/" + host.contactId() + "/test"), "", null, "/notice_id");
    }

    private static Keyed.Asks as(String path) {
        return (now, body, key) -> now.decide(path, "Anna Example", null, body, key);
    }

    private static String partner() {
        return "hotline-" + UUID.randomUUID();
    }

    private static Asking as(TestWorld now, String partner) {
        return now.as(partner, "partner:submit");
    }

    private UUID reported(String partner) {
        var id = as(world, partner).post("/v1/reports", aReport()).id("report_id");
        world.settle();
        return id;
    }

    private UUID caseOf(UUID report) {
        return world.get("/v1/reports/" + report).id("case_id");
    }

    private static String aReport() {
        return verifiedReport("http://" + someHost() + "/k", someHash());
    }

    private static String line() {
        return aReport().replace("\n", " ") + "\n";
    }
}
