package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.TestWorld.Answer;
import tools.jackson.databind.JsonNode;

/** Partners correct reports, and what comes of that. */
@ServiceTest
class CorrectedReportTests extends PartnersReports {

    private static final String SUSPECTED = "{\"category\": \"CSAM\", \"verification\": \"SUSPECT\"}";
    private static final String NOT_ILLEGAL = "{\"category\": \"CSAM\", \"verification\": \"NOT_ILLEGAL\"}";
    private static final String VERIFIED = """
            {"category": "CSAM", "verification": "VERIFIED", "detection_method": "MANUAL_REVIEW",
             "maturation": "PREPUBESCENT", "partner_reference": "corrected",
             "classification": {"scheme": "interpol", "label": "baseline", "act": "EXHIBITION",
               "organisation": "Example Hotline"}}""";

    private final String partner = "hotline-" + UUID.randomUUID();
    private final String other = "hotline-" + UUID.randomUUID();
    private final String url = "http://" + someHost() + "/c";
    private final String hash = someHash();

    @Test
    void whatIsWorseThanWasThoughtIsPursued() {
        var id = reported(partner, suspicion(url, hash));
        var caseId = caseOf(id);
        asked(caseId);
        assertThat(notices(caseId)).isEmpty();

        var answer = corrected(partner, id, VERIFIED);

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(content(caseId).get("act").asString()).isEqualTo("EXHIBITION");
        assertThat(world.story(caseId).get("timeline").findValuesAsString("what"))
                .contains("REPORT_CORRECTED_VERIFIED");
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        assertThat(notices(caseId)).containsExactly("FIRST");
        assertThat(read(partner, id).json().get("corrected_at").asString())
                .isEqualTo(answer.json().get("corrected_at").asString());
        assertThat(world.as(partner, "partner:read")
                        .get("/v1/reports?partner_reference=corrected")
                        .body())
                .contains(id.toString());
    }

    @Test
    void whoWasToldIsForPeopleToTakeBack() {
        var id = reported(partner, verifiedReport(url, hash));
        var caseId = caseOf(id);
        asked(caseId);
        assertThat(status(caseId)).isEqualTo("NOTIFIED");

        corrected(partner, id, NOT_ILLEGAL);

        assertThat(status(caseId)).isEqualTo("NOTIFIED");
        assertThat(world.tasks(caseId)).containsExactlyInAnyOrder("RETRACTION", "CLASSIFY");
        world.pass(Duration.ofDays(3));
        assertThat(notices(caseId)).containsExactly("FIRST");

        corrected(partner, id, VERIFIED);
        assertThat(world.tasks(caseId)).isEmpty();
    }

    /** Whether another reported it shows in no byte, nor in what the other is told. */
    @Test
    void whatAnotherReportedGoesOnAndTheAnswerDoesNotTell() {
        var id = reported(partner, verifiedReport(url, hash));
        var others = reported(other, verifiedReport(url, hash));
        var alone = reported(partner, verifiedReport("http://" + someHost() + "/a", someHash()));
        var caseId = caseOf(id);
        asked(caseId);

        var known = corrected(partner, id, NOT_ILLEGAL);
        var unknown = corrected(partner, alone, NOT_ILLEGAL);

        assertThat(masked(known)).isEqualTo(masked(unknown));
        assertThat(masked(read(partner, id))).isEqualTo(masked(read(partner, alone)));
        assertThat(status(caseId)).isEqualTo("NOTIFIED");
        assertThat(world.tasks(caseId)).isEmpty();
        assertThat(read(other, others).json().get("corrected_at").isNull()).isTrue();
    }

    @Test
    void whatAnAssessorClassifiedStays() {
        var id = reported(partner, verifiedReport(url, hash));
        var caseId = caseOf(id);
        var classified = world.decide("/v1/cases/" + caseId + "/classification", "Anna Example", null, """
                {"verification": "VERIFIED", "organisation": "Example"}""");
        assertThat(classified.status()).as(classified.body()).isEqualTo(204);

        corrected(partner, id, SUSPECTED);

        assertThat(status(caseId)).isEqualTo("VERIFIED");
        asked(caseId);
        assertThat(notices(caseId)).containsExactly("FIRST");
    }

    /** Another URL is pursued, or not, because of what this report says of its content. */
    @Test
    void whatItSaysOfTheContentCountsEverywhere() {
        var id = reported(partner, suspicion(url, hash));
        var elsewhere = caseOf(reported(other, suspicion("http://" + someHost() + "/s", hash)));

        corrected(partner, id, VERIFIED);
        assertThat(status(elsewhere)).isEqualTo("VERIFIED");

        corrected(partner, id, SUSPECTED);
        assertThat(world.tasks(elsewhere)).containsExactly("CLASSIFY");
        asked(elsewhere);
        assertThat(notices(elsewhere)).isEmpty();
    }

    @Test
    void theSameRequestAgainIsTheSameAnswer() {
        var id = reported(partner, suspicion(url, hash));
        var caseId = caseOf(id);
        var path = "/v1/reports/" + id + "/correction";
        var caller = world.as(partner, "partner:submit");
        var first = caller.post(path, VERIFIED, "one");
        world.settle();

        assertThat(caller.post(path, VERIFIED, "one")).isEqualTo(first);
        assertThat(caller.post(path, VERIFIED, "two")).as("says nothing else").isEqualTo(first);
        assertThat(caller.post(path, SUSPECTED, "one").status()).isEqualTo(422);
        assertThat(world.as(other, "partner:submit").post(path, VERIFIED, "one").status())
                .isEqualTo(404);
        world.settle();
        assertThat(world.story(caseId).get("timeline").findValuesAsString("what"))
                .filteredOn(what -> what.startsWith("REPORT_CORRECTED"))
                .hasSize(1);
    }

    @Test
    void whatIsReportedAndWhatIsTakenBackIsNotCorrected() {
        var id = reported(partner, suspicion(url, hash));
        var path = "/v1/reports/" + id + "/correction";
        var caller = world.as(partner, "partner:submit");

        var elsewhere = caller.post(path, SUSPECTED.replace("{", "{\"url\": \"http://other.test/\", "));
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("urn:vigie:problem:invalid-field");
        var incomplete = caller.post(path, SUSPECTED.replace("SUSPECT", "VERIFIED"));
        assertThat(incomplete.status()).isEqualTo(400);
        assertThat(incomplete.body()).contains("/classification");
        caller.post("/v1/reports/" + id + "/withdrawal", "{\"reason\": \"MISTAKE\"}");
        var late = caller.post(path, VERIFIED);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("report-withdrawn");
    }

    /** It is applied as it is by then, once. */
    @Test
    void whatIsCorrectedAndTakenBackAtOnceIsTakenBack() {
        var id = reported(partner, verifiedReport(url, hash));
        var caseId = caseOf(id);
        var caller = world.as(partner, "partner:submit");

        caller.post("/v1/reports/" + id + "/correction", SUSPECTED);
        caller.post("/v1/reports/" + id + "/withdrawal", "{\"reason\": \"MISTAKE\"}");
        world.settle();

        assertThat(status(caseId)).isEqualTo("RETRACTED");
    }

    private static String suspicion(String url, String hash) {
        return """
                {"url": "%s", "category": "CSAM", "verification": "SUSPECT",
                 "content": {"hashes": {"sha256": "%s"}}}""".formatted(url, hash);
    }

    private Answer corrected(String who, UUID id, String json) {
        var answer = world.as(who, "partner:submit").post("/v1/reports/" + id + "/correction", json);
        world.settle();
        return answer;
    }

    private JsonNode content(UUID caseId) {
        return world.get("/v1/cases/" + caseId + "/contents")
                .json()
                .get("contents")
                .get(0);
    }
}
