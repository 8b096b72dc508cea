package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.notice.TestWorld.Answer;

/** What people do to cases that are over, to each other's work, and all at once. */
@ServiceTest
class NightShiftTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final String REASON = "{\"reason\": \"wrong URL\"}";
    private static final String HOLD =
            "{\"owner\": \"police\", \"reason\": \"investigation\", \"expires_at\": \"2036-01-01T00:00:00Z\"}";

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Test
    void whatIsObservedOfAClosedCaseIsToldAndMovesNothing() {
        var caseId = retracted();

        var answer = decide(caseId, "/observations", "{\"seen\": \"PRESENT\", \"reason\": \"looked\"}");
        world.settle();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("RETRACTED");
        assertThat(world.story(caseId).get("timeline").toString()).contains("OBSERVED_PRESENT");
    }

    @Test
    void aHoldOnARetractedCaseHoldsItWhenItIsReportedAgain() {
        var host = world.provider(Role.HOST, "abuse");
        var url = "http://" + someHost() + "/n";
        var caseId = notified(url, host);
        retract(caseId);
        world.pass(GATHERED);
        var before = mail.to(host.mailbox()).size();
        assertThat(decide(caseId, "/holds", HOLD).status()).isEqualTo(200);

        world.reported(verifiedReport(url, someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(world.story(caseId).get("status").asString()).isEqualTo("HELD");
        assertThat(mail.to(host.mailbox())).hasSize(before);
    }

    @Test
    void aContentThatTheCaseDoesNotHaveIsNotDecidedOn() {
        var caseId = notified("http://" + someHost() + "/u", world.provider(Role.HOST, "abuse"));

        var answer = classified(caseId, "NOT_ILLEGAL", UUID.randomUUID());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("pointer").asString()).isEqualTo("/content_id");
        assertThat(verification(caseId)).isEqualTo(Verification.VERIFIED);
    }

    /** Whoever comes last, everything agrees with what is held then. */
    @Test
    void ofTwoCorrectionsAtOnceOneStandsEverywhere() throws Exception {
        for (int i = 0; i < 8; i++) {
            var caseId = notified("http://" + someHost() + "/c", world.provider(Role.HOST, "abuse"));
            var begin = new CyclicBarrier(2);
            var both = new ArrayList<Callable<Answer>>();
            for (var verification : List.of("VERIFIED", "NOT_ILLEGAL")) {
                both.add(() -> {
                    begin.await(10, TimeUnit.SECONDS);
                    return classified(caseId, verification, null);
                });
            }
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var one : threads.invokeAll(both)) {
                    assertThat(one.get().status()).isEqualTo(204);
                }
            }
            world.settle();

            var stands = verification(caseId) == Verification.VERIFIED;
            assertThat(end(caseId)).isEqualTo(stands ? TargetingSnapshot.End.OPEN : TargetingSnapshot.End.VOID);
            assertThat(world.tasks(caseId).contains("RETRACTION")).isEqualTo(!stands);
        }
    }

    /** Reported again while it was down: asked for at once, and answered by a stay-down notice. */
    @Test
    void whatIsReportedWhileItIsDownIsLookedAtAtOnce() {
        var host = world.provider(Role.HOST, "abuse");
        var url = "http://" + someHost() + "/d";
        var caseId = notified(url, host);
        world.looked(caseId, Presence.DOWN);
        world.moveOn(Duration.ofDays(40));

        world.reported(verifiedReport(url, someHash()));
        world.settle();

        var wanted = snapshot(caseId).wants().checkAfter();
        assertThat(wanted).isEqualTo(world.now().toEpochMilli());
    }

    private UUID retracted() {
        var caseId = notified("http://" + someHost() + "/r", world.provider(Role.HOST, "abuse"));
        retract(caseId);
        return caseId;
    }

    private void retract(UUID caseId) {
        decide(caseId, "/retraction", REASON);
        assertThat(world.decide("/v1/cases/" + caseId + "/retraction/approval", "other", null, REASON)
                        .status())
                .isEqualTo(200);
    }

    private UUID notified(String url, TestWorld.Provider host) {
        var caseId = world.reported(verifiedReport(url, someHash()));
        world.resolved(caseId, host);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private Answer decide(UUID caseId, String path, String body) {
        return world.decide("/v1/cases/" + caseId + path, "one", null, body);
    }

    private Answer classified(UUID caseId, String verification, @Nullable UUID contentId) {
        var content = contentId == null ? "" : "\"content_id\": \"%s\", ".formatted(contentId);
        return world.decide(
                "/v1/cases/" + caseId + "/classification", "An assessor", null, """
                {%s"verification": "%s", "category": "CSAM", "organisation": "Example"}""".formatted(content, verification));
    }

    private CaseSnapshot snapshot(UUID caseId) {
        return world.last(Topics.CASES, caseId, CaseSnapshot.class);
    }

    private Verification verification(UUID caseId) {
        return snapshot(caseId).contents().getFirst().verification();
    }

    private TargetingSnapshot.End end(UUID caseId) {
        return world.every(Topics.TARGETINGS, TargetingSnapshot.class).stream()
                .filter(targeting -> targeting.caseId().equals(caseId))
                .reduce((_, last) -> last)
                .orElseThrow()
                .end();
    }
}
