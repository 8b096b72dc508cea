package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.DeskHostileTests.HOSTILE;
import static org.vigie.notice.DeskHostileTests.LINK;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.intake.Classification;
import org.vigie.support.access.CallerRole;
import org.vigie.support.events.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every text that comes from outside, by the types and the contract it comes by, on every page of the desk. */
@ServiceTest
class DeskOutsideTests {

    private static final String CORRECTION = """
            {"category": "CSAM", "verification": "VERIFIED", "maturation": "PREPUBESCENT",
             "verified_at": "2026-01-05T10:00:00Z", "detection_method": "MANUAL_REVIEW",
             "classification": {"scheme": "x", "label": "y", "organisation": "z", "assessors": 1}}""";

    @Autowired
    private TestWorld world;

    @LocalServerPort
    private int port;

    /** Each text of each record that other services and producers publish, wherever the desk may show it. */
    @Test
    void nothingOfARecordIsMarkup() {
        var host = TestWorld.untold(Role.HOST, "abuse", "NL");
        var caseId = new WaitingCases(world).suspect();
        var chain = EveryText.in(world.chainOf(caseId, host), HOSTILE);

        world.send(Topics.PROVIDERS, host.id(), EveryText.in(TestWorld.snapshotOf(host), HOSTILE));
        world.send(Topics.CHAINS, caseId, chain);
        world.send(
                Topics.AVAILABILITY,
                caseId,
                EveryText.in(world.lookAt(caseId, Presence.REACHABLE, List.of()), HOSTILE));
        var said = new Classification(
                UUID.randomUUID(),
                caseId,
                null,
                Verification.VERIFIED,
                Category.CSAM,
                Maturation.PREPUBESCENT,
                Act.SEX_ACT,
                null,
                null,
                "",
                1,
                world.now().toEpochMilli(),
                null);
        world.send(Topics.CLASSIFICATIONS, caseId, EveryText.in(said, HOSTILE));
        world.pass(Duration.ofSeconds(3));

        assertThat(everyPageOf(List.of(caseId), List.of(host.id())))
                .anyMatch(page -> page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    /** Each text that partners may send, by the OpenAPI document, with a way of sending it. */
    @Test
    void nothingThatPartnersSendIsMarkup() {
        var partner = world.as("hotline-" + UUID.randomUUID(), "partner:submit", "partner:read");
        var ways = Map.<String, Supplier<Said>>of(
                "/v1/reports", () -> new Said("/v1/reports", report()),
                "/v1/reports/{id}/correction",
                        () -> {
                            var id = partner.post("/v1/reports", report()).id("report_id");
                            world.settle();
                            return new Said("/v1/reports/" + id + "/correction", CORRECTION);
                        },
                "/v1/webhooks",
                        () -> new Said("/v1/webhooks", "{\"url\": \"https://partner.example/hook\", \"events\": []}"));
        var contract = world.get("/v3/api-docs").json();
        var cases = new ArrayList<UUID>();

        forPartners(contract)
                .forEach(path -> EveryText.taken(contract, path).forEach(text -> {
                    assertThat(ways).as("a way of sending it").containsKey(path);
                    var way = Objects.requireNonNull(ways.get(path)).get();
                    var answer = partner.post(way.path(), way.with(text, HOSTILE));
                    assertThat(answer.status()).as(path + text).isLessThan(500);
                    world.settle();
                    if (answer.json().has("report_id")) {
                        var id = answer.id("report_id");
                        cases.add(world.get("/v1/reports/" + id).id("case_id"));
                    }
                }));

        assertThat(cases).isNotEmpty();
        assertThat(everyPageOf(cases, List.of()))
                .anyMatch(page -> page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    private List<String> everyPageOf(List<UUID> cases, List<UUID> providers) {
        var bea = DeskVisitor.signedIn(port, "bea", CallerRole.ANALYST, CallerRole.APPROVER, CallerRole.OPERATOR);
        var notices = cases.stream()
                .flatMap(caseId -> ids("/v1/cases/" + caseId + "/notices", "notice_id"))
                .toList();
        var pages = DeskRoutes.pages(Map.of(
                        "caseId",
                        cases,
                        "providerId",
                        providers,
                        "noticeId",
                        notices,
                        "taskId",
                        cases.stream()
                                .flatMap(caseId -> ids("/v1/tasks?case_id=" + caseId, "task_id"))
                                .toList(),
                        "messageId",
                        List.of()))
                .map(path -> bea.get(path).body())
                .toList();
        assertThat(pages).allSatisfy(DeskOutsideTests::isNoMarkup);
        return pages;
    }

    private static void isNoMarkup(String page) {
        assertThat(page)
                .doesNotContain("<script>alert", "<img src=x", "111111111", LINK)
                .doesNotContainPattern("href=\"(?!\\.|\\?|#)");
    }

    private Stream<UUID> ids(String path, String field) {
        return world.get(path).json().findValuesAsString(field).stream().map(UUID::fromString);
    }

    /** The operations that partners may ask for with a body, but for lists of reports. */
    private static Stream<String> forPartners(JsonNode contract) {
        return contract.get("paths")
                .propertyStream()
                .filter(path -> path.getValue().at("/post/security").toString().contains("partner:"))
                .map(Map.Entry::getKey);
    }

    private static String report() {
        return """
            {"url": "http://%s/a", "category": "CSAM", "maturation": "PREPUBESCENT", "verification": "VERIFIED",
             "verified_at": "2026-01-05T10:00:00Z", "detection_method": "MANUAL_REVIEW",
             "classification": {"scheme": "x", "label": "y", "organisation": "z", "assessors": 1},
             "content": {"kind": "MEDIA", "hashes": {"sha256": "%s"}},
             "holds": [{"owner": "police", "reason": "asked for", "expires_at": "2036-01-01T00:00:00Z"}]}""".formatted(someHost(), someHash());
    }

    /** A body, and where it goes. */
    private record Said(String path, String body) {

        String with(String pointer, String text) {
            var json = EventJson.MAPPER.readTree(body);
            var at = pointer.lastIndexOf('/');
            assertThat(json.at(pointer.substring(0, at)).isObject())
                    .as(pointer + " has a place in " + path)
                    .isTrue();
            ((ObjectNode) json.at(pointer.substring(0, at))).put(pointer.substring(at + 1), text);
            return json.toString();
        }
    }
}
