package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;

/** What people decide about cases, by REST. */
@ServiceTest
class DecisionsTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final String HOLD =
            "{\"owner\": \"police\", \"reason\": \"investigation\", \"expires_at\": \"2036-01-01T00:00:00Z\"}";
    private static final String REASON = "{\"reason\": \"wrong URL\"}";

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Test
    void aHoldPreventsANoticeThatWaits() {
        var host = world.provider(Role.HOST, "later");
        var caseId = notified(host);
        assertThat(mail.to(host.mailbox())).isEmpty();

        var answer = decide(caseId, "/holds", "one", HOLD);
        world.pass(Duration.ofHours(1));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("notices").get(0).get("answer").asString()).isEqualTo("PREVENTED");
        assertThat(mail.to(host.mailbox())).isEmpty();
        assertThat(snapshot(caseId).held()).isTrue();
    }

    @Test
    void aHoldIsToldWhatLeftAndHeldTimeIsTakenOff() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);

        var held = decide(caseId, "/holds", "one", HOLD);
        world.pass(Duration.ofHours(5));
        var released = decide(caseId, "/holds/" + held.id("hold_id") + "/release", "other", REASON);
        world.settle();

        assertThat(held.json().get("notices").get(0).get("answer").asString()).isEqualTo("LEFT");
        assertThat(released.status()).isEqualTo(204);
        assertThat(world.story(caseId).get("timeline").toString())
                .contains("\"what\":\"HELD\",\"who\":\"one\",\"why\":\"police: investigation\"");
        assertThat(snapshot(caseId).heldMs()).isEqualTo(Duration.ofHours(5).toMillis());
        assertThat(targeting(caseId).heldMs()).isEqualTo(Duration.ofHours(5).toMillis());
        assertThat(world.story(caseId).get("timeline").toString()).contains("RELEASED", "other", "wrong URL");
    }

    @Test
    void nobodyRetractsAlone() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);
        assertThat(decide(caseId, "/retraction/approval", "one", REASON).status())
                .isEqualTo(409);
        assertThat(decide(caseId, "/retraction", "one", REASON).status()).isEqualTo(202);
        assertThat(decide(caseId, "/retraction/approval", "one", REASON).body()).contains("four-eyes");

        var agreed = decide(caseId, "/retraction/approval", "other", REASON);
        world.pass(GATHERED);
        world.pass(GATHERED);

        assertThat(agreed.status()).isEqualTo(200);
        assertThat(snapshot(caseId).action()).isEqualTo(Action.RETRACTED);
        assertThat(targeting(caseId).end()).isEqualTo(End.VOID);
        assertThat(mail.to(host.mailbox())).hasSize(2);
        assertThat(mail.to(host.mailbox()).getLast().text()).contains("Retraction");
    }

    @ParameterizedTest
    @CsvSource({"Łukasz Żółć", "Élodie Müller", "山田 花子"})
    void aNameKeepsItsLettersInTheTimeline(String name) {
        var caseId = notified(world.provider(Role.HOST, "abuse"));

        // Java's own client sends nothing but ASCII.
        decide(caseId, "/holds", "UTF-8''" + UriUtils.encode(name, StandardCharsets.UTF_8), HOLD);

        assertThat(world.story(caseId).get("holds").get(0).get("placed_by").asString())
                .isEqualTo(name);
    }

    @Test
    void whoHasNotSeenTheLatestVersionIsTold() {
        var caseId = notified(world.provider(Role.HOST, "abuse"));

        var stale = world.decide("/v1/cases/" + caseId + "/holds", "one", "\"0\"", HOLD);
        var nobody = world.post("/v1/cases/" + caseId + "/holds", HOLD);
        var unknown = decide(UUID.randomUUID(), "/holds", "one", HOLD);
        var noHold = decide(caseId, "/holds/" + UUID.randomUUID() + "/release", "one", REASON);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(nobody.body()).contains("Vigie-Operator");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(noHold.body()).contains("unknown-hold");
    }

    @Test
    void aTaskIsClaimedByOneAndDoneWithAReason() {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/t", someHash()));
        world.resolved(caseId);
        var task = "/v1/tasks/" + taskOf(caseId);

        assertThat(world.decide(task + "/claim", "one", null, "{}")
                        .json()
                        .at("/task/owner")
                        .asString())
                .isEqualTo("one");
        assertThat(world.decide(task + "/claim", "other", null, "{}").status()).isEqualTo(409);
        assertThat(world.decide(task + "/done", "one", null, REASON).status()).isEqualTo(200);
        assertThat(world.get("/v1/tasks?limit=500&case_id=" + caseId).body()).doesNotContain(caseId.toString());
    }

    @Test
    void aClaimAnswersWithTheCaseAndShowsTheUrlToWhoSaysWhy() {
        var url = "http://" + someHost() + "/claimed";
        var caseId = world.reported(verifiedReport(url, someHash()));
        world.resolved(caseId);
        var claim = "/v1/tasks/" + taskOf(caseId) + "/claim";

        var without = world.decide(claim, "one", null, "{}");
        var with = world.decide(claim, "one", null, "{\"reveal_reason\": \"to find the host\"}");
        var refused = world.decide(claim, "other", null, "{\"reveal_reason\": \"curious\"}");

        assertThat(without.body()).doesNotContain(url);
        assertThat(without.json().at("/about/case_id").asString()).isEqualTo(caseId.toString());
        assertThat(without.json().at("/task/ends_by").asString()).contains("/v1/providers");
        assertThat(with.json().at("/place/url").asString()).isEqualTo(url);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).doesNotContain(url);
        assertThat(world.story(caseId).get("timeline").toString())
                .containsOnlyOnce("URL_REVEALED")
                .contains("to find the host")
                .doesNotContain("curious");
    }

    @Test
    void aClaimShowsTheUrlOnlyToWhoMayRevealIt() {
        var url = "http://" + someHost() + "/claimed";
        var caseId = world.reported(verifiedReport(url, someHash()));
        world.resolved(caseId);
        var claim = "/v1/tasks/" + taskOf(caseId) + "/claim";
        var why = "{\"reveal_reason\": \"to find the host\"}";

        var operator = world.as("anna", "operator").post(claim, why);

        assertThat(operator.status()).isEqualTo(403);
        assertThat(operator.body()).contains("urn:vigie:problem:role-missing").doesNotContain(url);
        assertThat(world.story(caseId).toString()).doesNotContain("URL_REVEALED", "anna");
        assertThat(world.as("anna", "operator").post(claim, "{}").status()).isEqualTo(200);
        assertThat(world.as("anna", "analyst")
                        .post(claim, why)
                        .json()
                        .at("/place/url")
                        .asString())
                .isEqualTo(url);
    }

    @Test
    void anObservationIsInTheStoryAndGoneAsksForALook() {
        var caseId = notified(world.provider(Role.HOST, "abuse"));
        world.pass(Duration.ofHours(1));

        var answer = decide(caseId, "/observations", "one", "{\"seen\": \"GONE\", \"reason\": \"looked\"}");
        world.settle();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(snapshot(caseId).wants().checkAfter()).isEqualTo(world.now().toEpochMilli());
        assertThat(targeting(caseId).end()).isEqualTo(End.OPEN);
        assertThat(world.story(caseId).get("timeline").toString()).contains("OBSERVED_GONE");
    }

    private String taskOf(UUID caseId) {
        for (var task :
                world.get("/v1/tasks?limit=500&case_id=" + caseId).json().get("tasks")) {
            if (task.get("case_id").asString().equals(caseId.toString())) {
                return task.get("task_id").asString();
            }
        }
        throw new AssertionError("no task");
    }

    private TestWorld.Answer decide(UUID caseId, String path, String operator, String body) {
        return world.decide("/v1/cases/" + caseId + path, operator, null, body);
    }

    private UUID notified(TestWorld.Provider provider) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/p", someHash()));
        world.resolved(caseId, provider);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private CaseSnapshot snapshot(UUID caseId) {
        return world.last(Topics.CASES, caseId, CaseSnapshot.class);
    }

    private TargetingSnapshot targeting(UUID caseId) {
        return world.every(Topics.TARGETINGS, TargetingSnapshot.class).stream()
                .filter(targeting -> targeting.caseId().equals(caseId))
                .reduce((_, last) -> last)
                .orElseThrow();
    }
}
