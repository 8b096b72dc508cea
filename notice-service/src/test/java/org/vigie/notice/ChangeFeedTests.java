package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.removal.Onlookers;
import org.vigie.notice.report.NoteChanges;
import tools.jackson.databind.JsonNode;

/** What a partner reads of all its reports, in order. */
@ServiceTest
class ChangeFeedTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String SUSPECTED = "{\"category\": \"CSAM\", \"verification\": \"SUSPECT\"}";

    private final String partner = "hotline-" + UUID.randomUUID();

    @Autowired
    private TestWorld world;

    @Autowired
    private Onlookers onlookers;

    @Autowired
    private NoteChanges noteChanges;

    @Test
    void aReportGoesStepByStep() {
        var id = reported("http://" + someHost() + "/f");
        var caseId = caseOf(id);
        asked(caseId);
        assertThat(steps()).isEmpty();

        later(HOUR);
        assertThat(steps()).containsExactly("ASKED");
        world.looked(caseId, Presence.DOWN);
        world.looked(caseId, Presence.REAPPEARED);

        assertThat(steps()).startsWith("ASKED", "DOWN").hasSize(3);
        var down = read("").get("items").get(1);
        assertThat(down.get("report_id").asString()).isEqualTo(id.toString());
        assertThat(down.get("partner_reference").asString()).isEqualTo("2026-4711");
        assertThat(down.get("down_since").asString()).isEqualTo(world.now().toString());
        assertThat(read("").toString()).doesNotContain("http", "case", caseId.toString());
    }

    /** A URL that others reported and had taken on long ago, and a new one: the same changes at the same time. */
    @Test
    void aKnownUrlChangesWhenANewOneDoes() {
        var known = "http://" + someHost() + "/k";
        var knownCase = world.reported(verifiedReport(known, someHash()));
        asked(knownCase);
        world.moveOn(Duration.ofDays(2));

        var ofKnown = reported(known);
        var ofNew = reported("http://" + someHost() + "/n");
        asked(caseOf(ofNew));
        world.moveOn(HOUR.minusMillis(1).minus(GATHERED));
        world.settle();
        assertThat(steps()).isEmpty();
        world.looked(knownCase, Presence.REACHABLE);
        later(GATHERED);

        var items = read("").get("items");
        assertThat(items.valueStream().map(item -> item.get("report_id").asString()))
                .containsExactlyInAnyOrder(ofKnown.toString(), ofNew.toString());
        assertThat(items.valueStream().map(item -> item.get("step").asString())).containsOnly("ASKED");
        assertThat(items.valueStream().map(item -> item.get("changed_at").asString()))
                .containsOnly(world.now().toString());
    }

    @Test
    void whatIsToldAgainIsNotChangedAgain() {
        var id = reported("http://" + someHost() + "/t");
        asked(caseOf(id));
        later(HOUR);

        onlookers.changed(List.of(caseOf(id)));
        noteChanges.look(id);
        world.settle();

        assertThat(steps()).containsExactly("ASKED");
    }

    /** Within the hour and after it, in the words of its step; what comes before a withdrawal is passed over. */
    @Test
    void aCorrectionIsAChange() {
        var id = reported("http://" + someHost() + "/c");
        var back = reported("http://" + someHost() + "/b");
        asked(caseOf(id));

        corrected(id, SUSPECTED);
        later(HOUR);
        corrected(id, SUSPECTED.replace("CSAM", "HARMFUL_ABUSIVE"));
        later(HOUR);
        world.as(partner, "partner:submit").post("/v1/reports/" + back + "/correction", SUSPECTED);
        world.as(partner, "partner:submit").post("/v1/reports/" + back + "/withdrawal", "{\"reason\": \"MISTAKE\"}");
        world.settle();

        var items = read("").get("items");
        assertThat(items.valueStream()
                        .filter(item -> item.get("report_id").asString().equals(id.toString()))
                        .map(item -> item.get("step").asString()
                                + (item.get("corrected_at").isNull() ? "" : " corrected")))
                .containsExactly("RECEIVED corrected", "ASKED", "ASKED corrected");
        assertThat(items.valueStream()
                        .filter(item -> item.get("report_id").asString().equals(back.toString()))
                        .map(item -> item.get("step").asString()))
                .endsWith("WITHDRAWN");
    }

    @Test
    void readingOnMissesNothingAndRepeatsNothing() {
        var empty = read("");
        assertThat(empty.get("items").size()).isZero();
        var ids = List.of(reported("http://" + someHost() + "/1"), reported("http://" + someHost() + "/2"));
        ids.forEach(id -> asked(caseOf(id)));
        later(HOUR);

        var first = read("?limit=1&cursor=" + empty.get("next").asString());
        var second = read("?limit=1&cursor=" + first.get("next").asString());
        var third = read("?cursor=" + second.get("next").asString());
        assertThat(List.of(first, second)).allMatch(page -> page.get("items").size() == 1);
        assertThat(first.at("/items/0/change_id")).isNotEqualTo(second.at("/items/0/change_id"));
        assertThat(third.get("items").size()).isZero();

        world.looked(caseOf(ids.getFirst()), Presence.DOWN);
        assertThat(read("?cursor=" + third.get("next").asString())
                        .at("/items/0/step")
                        .asString())
                .isEqualTo("DOWN");
    }

    @Test
    void aCursorIsForItsPartner() {
        var next = read("").get("next").asString();

        assertThat(next).matches("[A-Za-z0-9_-]{1,200}");
        assertThat(world.as("another", "partner:read")
                        .get("/v1/changes?cursor=" + next)
                        .status())
                .isEqualTo(400);
        assertThat(world.as(partner, "partner:read")
                        .get("/v1/reports?cursor=" + next)
                        .status())
                .isEqualTo(400);
    }

    private void corrected(UUID id, String says) {
        var answer = world.as(partner, "partner:submit").post("/v1/reports/" + id + "/correction", says);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        world.settle();
    }

    private void later(Duration duration) {
        world.moveOn(duration);
        world.settle();
    }

    private void asked(UUID caseId) {
        world.resolved(caseId, world.provider(Role.HOST, "host"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
    }

    private UUID caseOf(UUID reportId) {
        return world.get("/v1/reports/" + reportId).id("case_id");
    }

    private UUID reported(String url) {
        var report = verifiedReport(url, someHash()).replaceFirst("\\{", "{\"partner_reference\": \"2026-4711\", ");
        var id = world.as(partner, "partner:submit").post("/v1/reports", report).id("report_id");
        world.settle();
        return id;
    }

    private List<String> steps() {
        return read("").get("items")
                .valueStream()
                .map(item -> item.get("step").asString())
                .toList();
    }

    private JsonNode read(String query) {
        return world.as(partner, "partner:read").get("/v1/changes" + query).json();
    }
}
