package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.notice.TestWorld.Answer;

/** Partners take reports back, and what comes of that. */
@ServiceTest
class WithdrawnReportTests extends PartnersReports {

    private final String partner = "hotline-" + UUID.randomUUID();
    private final String other = "hotline-" + UUID.randomUUID();
    private final String url = "http://" + someHost() + "/w";
    private final String hash = someHash();

    @Test
    void whatOnlyOneReportedEndsAndIsToldAtOnce() {
        var id = reported(partner, verifiedReport(url, hash));
        var caseId = caseOf(id);

        var answer = withdrawn(partner, id, "WRONG_URL");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("reason").asString()).isEqualTo("WRONG_URL");
        assertThat(status(caseId)).isEqualTo("RETRACTED");
        assertThat(world.tasks(caseId)).isEmpty();
        assertThat(step(partner, id)).isEqualTo("WITHDRAWN");
        assertThat(changes(partner)).containsExactly("WITHDRAWN");
        assertThat(world.story(caseId).get("timeline").findValuesAsString("what"))
                .contains("REPORT_WITHDRAWN", "WITHDRAWN");
        asked(caseId);
        assertThat(notices(caseId)).isEmpty();
    }

    @Test
    void itIsReportedAnewAfterwards() {
        var id = reported(partner, verifiedReport(url, hash));
        withdrawn(partner, id, "MISTAKE");

        var again = reported(partner, verifiedReport(url, hash));

        assertThat(caseOf(again)).isEqualTo(caseOf(id));
        assertThat(status(caseOf(again))).isEqualTo("VERIFIED");
        assertThat(step(partner, id)).isEqualTo("WITHDRAWN");
    }

    /** Whether another reported it shows in no byte, nor in what the other is told. */
    @Test
    void whatAnotherReportedGoesOnAndTheAnswerDoesNotTell() {
        var id = reported(partner, verifiedReport(url, hash));
        var others = reported(other, verifiedReport(url, hash));
        var alone = reported(partner, verifiedReport("http://" + someHost() + "/a", someHash()));
        var caseId = caseOf(id);
        asked(caseId);

        var known = withdrawn(partner, id, "NOT_ILLEGAL");
        var unknown = withdrawn(partner, alone, "NOT_ILLEGAL");

        assertThat(masked(known)).isEqualTo(masked(unknown));
        assertThat(masked(read(partner, id))).isEqualTo(masked(read(partner, alone)));
        assertThat(status(caseId)).isEqualTo("NOTIFIED");
        assertThat(world.tasks(caseId)).isEmpty();
        world.moveOn(Duration.ofHours(1));
        world.settle();
        assertThat(step(other, others)).isEqualTo("ASKED");
        assertThat(step(partner, id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void whoWasToldIsForPeopleToTakeBack() {
        var id = reported(partner, verifiedReport(url, hash));
        var caseId = caseOf(id);
        asked(caseId);
        assertThat(status(caseId)).isEqualTo("NOTIFIED");

        withdrawn(partner, id, "NOT_ILLEGAL");

        assertThat(status(caseId)).isEqualTo("NOTIFIED");
        assertThat(world.tasks(caseId)).containsExactlyInAnyOrder("RETRACTION", "CLASSIFY");
        world.pass(Duration.ofDays(3));
        assertThat(notices(caseId)).containsExactly("FIRST");

        world.decide("/v1/cases/" + caseId + "/retraction", "Anna Example", null, "{\"reason\": \"taken back\"}");
        world.decide("/v1/cases/" + caseId + "/retraction/approval", "Bo Example", null, "{\"reason\": \"agreed\"}");
        world.pass(GATHERED);
        assertThat(status(caseId)).isEqualTo("RETRACTED");
        assertThat(notices(caseId)).containsExactlyInAnyOrder("FIRST", "RETRACTION");
    }

    @Test
    void whatAnAssessorClassifiedHereGoesOn() {
        var id = reported(partner, verifiedReport(url, hash));
        var caseId = caseOf(id);
        var classified = world.decide("/v1/cases/" + caseId + "/classification", "Anna Example", null, """
                {"verification": "VERIFIED", "organisation": "Example"}""");
        assertThat(classified.status()).as(classified.body()).isEqualTo(204);

        withdrawn(partner, id, "OTHER");

        assertThat(status(caseId)).isEqualTo("VERIFIED");
        asked(caseId);
        assertThat(notices(caseId)).containsExactly("FIRST");
    }

    /** Another URL was pursued because of what this report said of its content. */
    @Test
    void whatItSaidOfTheContentCountsNowhereAnyMore() {
        var id = reported(partner, verifiedReport(url, hash));
        var suspect = """
                {"url": "http://%s/s", "category": "CSAM", "verification": "SUSPECT",
                 "content": {"hashes": {"sha256": "%s"}}}""".formatted(someHost(), hash);
        var elsewhere = caseOf(reported(other, suspect));
        assertThat(status(elsewhere)).isEqualTo("VERIFIED");

        withdrawn(partner, id, "NOT_ILLEGAL");

        assertThat(world.tasks(elsewhere)).containsExactly("CLASSIFY");
        asked(elsewhere);
        assertThat(notices(elsewhere)).isEmpty();
    }

    @Test
    void theSameRequestAgainIsTheSameAnswer() {
        var id = reported(partner, verifiedReport(url, hash));
        var path = "/v1/reports/" + id + "/withdrawal";
        var caller = world.as(partner, "partner:submit");
        var first = caller.post(path, "{\"reason\": \"DUPLICATE\"}", "one");

        assertThat(caller.post(path, "{\"reason\": \"DUPLICATE\"}", "one")).isEqualTo(first);
        assertThat(caller.post(path, "{\"reason\": \"OTHER\"}", "one").status()).isEqualTo(422);
        var another = caller.post(path, "{\"reason\": \"DUPLICATE\"}", "two");
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.body()).contains("report-withdrawn");
        assertThat(world.as(other, "partner:submit")
                        .post(path, "{\"reason\": \"DUPLICATE\"}", "one")
                        .status())
                .isEqualTo(404);
        world.settle();
        assertThat(changes(partner)).containsExactly("WITHDRAWN");
    }

    private Answer withdrawn(String who, UUID id, String reason) {
        var answer = world.as(who, "partner:submit")
                .post("/v1/reports/" + id + "/withdrawal", "{\"reason\": \"%s\"}".formatted(reason));
        world.settle();
        return answer;
    }

    private String step(String who, UUID id) {
        return read(who, id).json().get("step").asString();
    }

    private List<String> changes(String who) {
        return world.as(who, "partner:read")
                .get("/v1/changes")
                .json()
                .get("items")
                .findValuesAsString("step");
    }
}
