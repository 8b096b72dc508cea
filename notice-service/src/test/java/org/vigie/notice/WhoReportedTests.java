package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.TestWorld.Answer;

/** A person who reports may say who they are, and is then who assessed what they report as verified. */
@ServiceTest
class WhoReportedTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Test
    void nobodyDecidesADisputeOfWhatTheyReportedAsVerified() {
        var caseId = reported("Anna Example", verifiedReport("http://" + someHost() + "/v", someHash()));
        disputed(caseId);

        var first = decided(caseId, "anna example");

        assertThat(first.status()).isEqualTo(409);
        assertThat(first.body()).contains("four-eyes");
        assertThat(world.story(caseId).at("/contents/0/assessor").asString()).isEqualTo("Anna Example");
        assertThat(decided(caseId, "Bea Example").status()).isEqualTo(204);
    }

    @Test
    void theTimelineNamesWhoReportedAndWhoPlacedTheHoldOfAReport() {
        var caseId = reported("Zoë Example", """
                {"url": "http://%s/h", "category": "CSAM", "verification": "SUSPECT",
                 "holds": [{"owner": "police", "reason": "investigation", "expires_at": "2036-01-01T00:00:00Z"}]}""".formatted(someHost()));

        assertThat(world.story(caseId).at("/holds/0/placed_by").asString()).isEqualTo("Zoë Example");
        assertThat(world.story(caseId).get("timeline").toString())
                .contains("\"what\":\"REPORTED\",\"who\":\"Zoë Example\"")
                .contains("\"what\":\"HELD\",\"who\":\"Zoë Example\"");
    }

    @Test
    void whoOnlySuspectsAssessedNothing() {
        var caseId = reported("Anna Example", """
                {"url": "http://%s/s", "category": "CSAM", "verification": "SUSPECT",
                 "classification": {"organisation": "Example"}}""".formatted(someHost()));

        assertThat(world.story(caseId).at("/contents/0/assessor").isNull()).isTrue();
    }

    @Test
    void aSuspectIsReportedAndClassifiedInTwoCalls() {
        var caseId = reported("Anna Example", """
                {"url": "http://%s/2", "category": "CSAM", "verification": "SUSPECT"}""".formatted(someHost()));

        var classified = world.decide("/v1/cases/" + caseId + "/classification", "Anna Example", null, """
                {"verification": "VERIFIED", "organisation": "Example"}""");
        world.settle();

        assertThat(classified.status()).isEqualTo(204);
        assertThat(world.tasks(caseId)).isEmpty();
        assertThat(world.story(caseId).get("timeline").toString())
                .contains("\"what\":\"CLASSIFIED_VERIFIED\",\"who\":\"Anna Example (Example)\"");
    }

    @Test
    void theSameKeyIsNotForAnotherPerson() {
        var key = UUID.randomUUID().toString();
        var body = verifiedReport("http://" + someHost() + "/k", someHash());

        assertThat(world.decide("/v1/reports", "Anna Example", null, body, key).status())
                .isEqualTo(202);
        assertThat(world.decide("/v1/reports", "Anna Example", null, body, key).status())
                .isEqualTo(202);
        assertThat(world.decide("/v1/reports", "Bea Example", null, body, key).body())
                .contains("idempotency-key-reused");
    }

    @Test
    void theTimelineNamesWhoForEveryDecision() {
        var cdn = world.provider(Role.CDN, "cdn");
        var registrar = world.provider(Role.REGISTRAR, "registrar");
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/d", someHash()));
        world.resolved(caseId, world.provider(Role.HOST, "host"), cdn);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        var asked = world.reported(verifiedReport("http://" + someHost() + "/d", someHash()));
        world.resolved(asked, Approval.OPERATOR, false, registrar);

        decided(asked, "approvals", registrar);
        decided(caseId, "addressee", cdn);
        said(caseId, "clearances", """
                {"country": "FR", "authority": "HOTLINE", "reference": "4711", "cleared_at": "%s",
                 "reason": "heard"}""".formatted(world.now()));
        said(caseId, "observations", "{\"seen\": \"PRESENT\", \"reason\": \"looked\"}");
        var hold = said(caseId, "holds", """
                {"owner": "police", "reason": "investigation", "expires_at": "2036-01-01T00:00:00Z"}""");
        said(caseId, "holds/" + hold.id("hold_id") + "/release", "{\"reason\": \"over\"}");
        said(caseId, "reveal", "{\"reason\": \"to look\"}");
        said(caseId, "retraction", "{\"reason\": \"wrong URL\"}");

        assertThat(world.story(asked).get("timeline").toString()).contains(line("STEP_APPROVED"));
        assertThat(world.story(caseId).get("timeline").toString())
                .contains(
                        line("ADDRESSEE_CHANGED"),
                        line("CLEARED_BY_HOTLINE_FR"),
                        line("OBSERVED_PRESENT"),
                        line("HELD"),
                        line("RELEASED"),
                        line("URL_REVEALED"),
                        line("RETRACTION_PROPOSED"));
    }

    private void decided(UUID caseId, String path, TestWorld.Provider provider) {
        said(caseId, path, """
                {"provider_id": "%s", "role": "%s", "reason": "decided"}""".formatted(provider.id(), provider.role()));
    }

    private Answer said(UUID caseId, String path, String body) {
        var answer = world.decide("/v1/cases/" + caseId + "/" + path, "Anna Example", null, body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isBetween(200, 204);
        return answer;
    }

    private static String line(String what) {
        return "\"what\":\"%s\",\"who\":\"Anna Example\"".formatted(what);
    }

    private UUID reported(String who, String body) {
        var operator = "UTF-8''" + who.replace(" ", "%20").replace("ë", "%C3%AB");
        var caseId = world.decide("/v1/reports", operator, null, body).id("case_id");
        world.settle();
        return caseId;
    }

    private void disputed(UUID caseId) {
        world.resolved(caseId, world.provider(Role.HOST, "abuse"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        var notice = world.get("/v1/cases/" + caseId + "/notices").json().at("/notices/0/notice_id");
        var answer = world.decide(
                "/v1/notices/" + notice.asString() + "/reply", "An operator", null, """
                {"outcome": "DISPUTES_AGE", "received_at": "%s"}""".formatted(world.now()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Answer decided(UUID caseId, String who) {
        return world.decide("/v1/cases/" + caseId + "/dispute/decision", who, null, """
                {"decision": "RESUME", "reason": "looked again"}""");
    }
}
