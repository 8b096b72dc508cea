package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.TestWorld.Answer;

/** An analyst's day of 40 mixed cases by REST, as docs/decisions.md has it: what each takes is two calls at most. */
@ServiceTest
class DayOfCasesTests {

    private static final int OF_EACH = 8;

    private final Map<UUID, Integer> calls = new HashMap<>();

    @Autowired
    private TestWorld world;

    @Test
    void noCaseTakesMoreThanTwoCalls() {
        for (int i = 0; i < OF_EACH; i++) {
            suspectIsClassified();
            verifiedIsReportedAndHeld();
            providerSaysNotTheirs(notified());
            disputeIsDecided(notified());
            caseIsTakenBack(notified());
        }

        assertThat(calls).hasSize(5 * OF_EACH);
        assertThat(calls.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(2));
    }

    private void suspectIsClassified() {
        var reported = world.post("/v1/reports", """
                {"url": "http://%s/s", "category": "CSAM", "verification": "SUSPECT"}""".formatted(someHost()));
        var caseId = reported.id("case_id");
        counted(caseId, reported, 202);
        counted(caseId, decide("/v1/cases/" + caseId + "/classification", """
                {"verification": "VERIFIED", "organisation": "Example"}"""), 204);
        assertThat(world.story(caseId).get("action").asString()).isEqualTo("VERIFIED");
    }

    private void verifiedIsReportedAndHeld() {
        var reported = world.post("/v1/reports", verifiedReport("http://" + someHost() + "/h", someHash()));
        var caseId = reported.id("case_id");
        counted(caseId, reported, 202);
        counted(caseId, decide("/v1/cases/" + caseId + "/holds", """
                {"owner": "police", "reason": "investigation", "expires_at": "2036-01-01T00:00:00Z"}"""), 200);
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("HELD");
    }

    private void providerSaysNotTheirs(UUID caseId) {
        var notices = counted(caseId, world.get("/v1/cases/" + caseId + "/notices"), 200);
        counted(caseId, decide("/v1/notices/" + lastOf(notices) + "/reply", """
                {"outcome": "NOT_OURS", "received_at": "%s"}""".formatted(world.now())), 200);
        assertThat(world.story(caseId).get("story").toString()).contains("REPLIED_NOT_OURS");
    }

    private void disputeIsDecided(UUID caseId) {
        var notices = world.get("/v1/cases/" + caseId + "/notices");
        decide("/v1/notices/" + lastOf(notices) + "/reply", """
                {"outcome": "DISPUTES_AGE", "received_at": "%s"}""".formatted(world.now()));
        world.settle();

        counted(caseId, world.get("/v1/cases/" + caseId), 200);
        counted(caseId, decide("/v1/cases/" + caseId + "/dispute/decision", """
                {"decision": "RESUME", "reason": "looked again"}"""), 204);
        assertThat(world.story(caseId).get("status").asString()).isNotEqualTo("DISPUTED");
    }

    private void caseIsTakenBack(UUID caseId) {
        var path = "/v1/cases/" + caseId + "/retraction";
        counted(caseId, decide(path, "{\"reason\": \"wrong URL\"}"), 202);
        counted(caseId, world.decide(path + "/approval", "Another", null, "{\"reason\": \"wrong URL\"}"), 200);
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("RETRACTED");
    }

    /** What happened before the analyst comes to it. */
    private UUID notified() {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/n", someHash()));
        world.resolved(caseId, world.provider(Role.HOST, "abuse"));
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        return caseId;
    }

    private Answer counted(UUID caseId, Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        calls.merge(caseId, 1, Integer::sum);
        return answer;
    }

    private Answer decide(String path, String body) {
        return world.decide(path, "An analyst", null, body);
    }

    private static String lastOf(Answer notices) {
        var all = notices.json().get("notices");
        return all.get(all.size() - 1).get("notice_id").asString();
    }
}
