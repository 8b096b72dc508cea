package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.TestWorld.Answer;

/**
 * A day of 40 mixed cases by REST, as docs/decisions.md has it: whatever anybody calls for a case on that day is
 * counted, by whoever it is, its report included where it is reported on that day. Those who answered, or are taken
 * back, were reported and notified the day before.
 */
@ServiceTest
class DayOfCasesTests {

    private static final int OF_EACH = 8;

    private final Map<UUID, Integer> calls = new HashMap<>();

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Test
    void noCaseTakesMoreThanTwoCalls() {
        for (int i = 0; i < OF_EACH; i++) {
            suspectIsClassified();
            verifiedIsReportedAndHeld();
            providerSaysNotTheirs();
            disputeIsDecided();
            caseIsTakenBack();
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

    private void providerSaysNotTheirs() {
        var notified = notified();
        counted(notified.caseId(), answered(notified, "NOT_OURS"), 200);
        assertThat(world.story(notified.caseId()).get("story").toString()).contains("REPLIED_NOT_OURS");
    }

    private void disputeIsDecided() {
        var notified = notified();
        var caseId = notified.caseId();
        counted(caseId, answered(notified, "DISPUTES_AGE"), 200);
        world.settle();
        counted(caseId, decide("/v1/cases/" + caseId + "/dispute/decision", """
                {"decision": "RESUME", "reason": "looked again"}"""), 204);
        assertThat(world.story(caseId).get("status").asString()).isNotEqualTo("DISPUTED");
    }

    private void caseIsTakenBack() {
        var caseId = notified().caseId();
        var path = "/v1/cases/" + caseId + "/retraction";
        counted(caseId, decide(path, "{\"reason\": \"wrong URL\"}"), 202);
        counted(caseId, world.decide(path + "/approval", "Another", null, "{\"reason\": \"wrong URL\"}"), 200);
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("RETRACTED");
    }

    /** @param reference as the provider's mail has it */
    private record Notified(UUID caseId, String reference) {}

    /** What happened the day before. */
    private Notified notified() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/n", someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(Duration.ofSeconds(3));
        var reference = Pattern.compile("RN-[0-9]{4}-[0-9]{8}/[0-9]+")
                .matcher(mail.to(host.mailbox()).getFirst().text());
        assertThat(reference.find()).isTrue();
        return new Notified(caseId, reference.group());
    }

    private Answer answered(Notified notified, String outcome) {
        return decide("/v1/notices/" + notified.reference().replace('/', '.') + "/reply", """
                {"outcome": "%s", "received_at": "%s"}""".formatted(
                        outcome, world.now()));
    }

    private Answer counted(UUID caseId, Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        calls.merge(caseId, 1, Integer::sum);
        return answer;
    }

    private Answer decide(String path, String body) {
        return world.decide(path, "An analyst", null, body);
    }
}
