package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.notice.TestWorld.Answer;
import org.vigie.notice.removal.ReplyOutcome;

/**
 * What providers answer, recorded by hand. Days pass here: among the open cases of all other classes they would take
 * minutes, so it has a service of its own.
 */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/reply-data",
            "vigie.clock-file=target/${test.fork:fork-1}/reply-clock",
            "vigie.notices.dispute=30h"
        })
@ServiceTest
class ReplyTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final Duration DAY = Duration.ofHours(25);
    /** What a digest waits for looks, and what passes before it is tried again. */
    private static final Duration UNTIL_THE_DIGEST = Duration.ofHours(7);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @ParameterizedTest
    @EnumSource
    void noAnswerEverSaysRemoved(ReplyOutcome outcome) {
        var caseId = notified(world.provider(Role.HOST, "abuse"));
        var shown = world.story(caseId);

        var answer = replied(caseId, outcome.name(), "An operator");
        world.settle();

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var after = world.story(caseId);
        assertThat(after.get("presence")).isEqualTo(shown.get("presence"));
        assertThat(after.get("targetings").get(0).get("end").asString()).isEqualTo("OPEN");
        assertThat(answers(caseId).first())
                .containsExactly(new TargetingSnapshot.Answer(
                        TargetingSnapshot.Code.valueOf(outcome.name()),
                        false,
                        world.now().toEpochMilli()));
        assertThat(after.get("timeline").toString())
                .contains("\"what\":\"REPLIED_" + outcome + "\",\"who\":\"An operator\",\"why\":\"Their\\nwords\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIONED", "ALREADY_DOWN", "FORWARDED_TO_CUSTOMER"})
    void whoSaysItIsDoneIsCheckedAtOnce(String outcome) {
        var caseId = notified(world.provider(Role.HOST, "abuse"));
        world.moveOn(Duration.ofHours(1));

        replied(caseId, outcome, "An operator");
        world.settle();

        var wanted = snapshot(caseId).wants().checkAfter();
        assertThat(Instant.ofEpochMilli(wanted == null ? 0 : wanted)).isEqualTo(world.now());
    }

    @Test
    void anOriginThatIsDisclosedIsResolvedAnew() {
        var caseId = notified(world.provider(Role.CDN, "abuse"));
        world.moveOn(Duration.ofHours(1));

        replied(caseId, "ORIGIN_DISCLOSED", "An operator");
        world.settle();

        var wanted = snapshot(caseId).wants().chainAfter();
        assertThat(Instant.ofEpochMilli(wanted == null ? 0 : wanted)).isEqualTo(world.now());
    }

    @Test
    void aReviewWithoutActionStopsNoReminder() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);

        replied(caseId, "REVIEWED_NO_ACTION", "An operator");
        world.pass(DAY);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(UNTIL_THE_DIGEST);

        assertThat(world.tasks(caseId)).isEmpty();
        assertThat(mail.to(host.mailbox())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_OURS", "REFUSED"})
    void whoWillNotActIsFollowedByTheNextAtOnce(String outcome) {
        var first = world.provider(Role.CONTENT_ADMIN, "first");
        var second = world.provider(Role.HOST, "second");
        var caseId = notified(first, second);
        assertThat(mail.to(second.mailbox())).isEmpty();

        replied(caseId, outcome, "An operator");
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(mail.to(second.mailbox())).hasSize(1);
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("ESCALATED");
        world.moveOn(DAY);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        assertThat(mail.to(first.mailbox())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISPUTES_AGE", "DISPUTES_LEGALITY", "DISPUTES_TECHNICAL"})
    void aDisputeStopsRemindersUntilASecondAssessorDecides(String ground) {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = suspectedAndClassifiedBy("The first assessor", host);

        replied(caseId, ground, "An operator");
        world.pass(DAY);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(DAY);

        assertThat(mail.to(host.mailbox())).hasSize(1);
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("DISPUTED");
        assertThat(world.tasks(caseId)).containsExactly("DISPUTE");
        var first = decided(caseId, "the FIRST assessor", "{\"decision\": \"RESUME\", \"reason\": \"sure\"}");
        assertThat(first.status()).isEqualTo(409);
        assertThat(first.body()).contains("four-eyes");

        var second = decided(caseId, "The second", "{\"decision\": \"RESUME\", \"reason\": \"looked again\"}");
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(UNTIL_THE_DIGEST);

        assertThat(second.status()).as(second.body()).isEqualTo(204);
        assertThat(world.tasks(caseId)).isEmpty();
        assertThat(mail.to(host.mailbox())).as("notice, decision, reminder").hasSize(3);
        assertThat(answers(caseId).disputes())
                .singleElement()
                .satisfies(dispute -> assertThat(dispute.decision()).isEqualTo(TargetingSnapshot.Decision.UPHELD));
        assertThat(world.story(caseId).get("timeline").toString())
                .contains("\"what\":\"DISPUTE_DECIDED_RESUME\",\"who\":\"The second\",\"why\":\"looked again\"");
        assertThat(decided(caseId, "The second", "{\"decision\": \"RESUME\", \"reason\": \"again\"}")
                        .body())
                .contains("not-disputed");
    }

    @Test
    void aDisputeIsToBeDecidedInTime() {
        var caseId = suspectedAndClassifiedBy("The first assessor", world.provider(Role.HOST, "abuse"));
        var by = world.now().plus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS);

        replied(caseId, "DISPUTES_AGE", "An operator");
        world.settle();

        var task = world.get("/v1/tasks?case_id=" + caseId).json().get("tasks").get(0);
        assertThat(Instant.parse(task.get("due").asString())).isBetween(by, by.plusSeconds(2));
        var story = world.story(caseId);
        assertThat(story.get("waits_for").asString()).isEqualTo("DISPUTE");
        assertThat(Instant.parse(story.get("waits_until").asString())).isBetween(by, by.plusSeconds(2));
    }

    @Test
    void whoCannotAssessDecidesNoDispute() {
        var caseId = suspectedAndClassifiedBy("The first assessor", world.provider(Role.HOST, "abuse"));
        replied(caseId, "DISPUTES_AGE", "An operator");

        var answer = decided(caseId, "The second", """
                {"decision": "RECLASSIFY", "reason": "cannot tell",
                 "classification": {"verification": "CANNOT_ASSESS", "organisation": "Example"}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("/classification/verification");
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("DISPUTED");
    }

    @Test
    void aDisputeThatIsRightIsClassifiedAnew() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = suspectedAndClassifiedBy("The first assessor", host);
        replied(caseId, "DISPUTES_AGE", "An operator");

        var answer = decided(caseId, "The second", """
                {"decision": "RECLASSIFY", "reason": "an adult after all",
                 "classification": {"verification": "NOT_ILLEGAL", "organisation": "Example"}}""");
        world.pass(DAY);

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(world.tasks(caseId)).containsExactly("RETRACTION");
        assertThat(world.story(caseId).get("timeline").toString())
                .contains("CLASSIFIED_NOT_ILLEGAL\",\"who\":\"The second (Example)\"");
        assertThat(mail.to(host.mailbox())).hasSize(1);
    }

    @Test
    void aDisputeThatIsRightIsTakenBackByTwo() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = suspectedAndClassifiedBy("The first assessor", host);
        replied(caseId, "DISPUTES_LEGALITY", "An operator");

        decided(caseId, "The second", "{\"decision\": \"RETRACT\", \"reason\": \"lawful\"}");
        world.pass(DAY);
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("DISPUTED");
        assertThat(world.tasks(caseId)).containsExactly("RETRACTION");
        assertThat(mail.to(host.mailbox())).hasSize(1);
        var path = "/v1/cases/" + caseId + "/retraction/approval";
        assertThat(world.decide(path, "The second", null, "{\"reason\": \"r\"}").body())
                .contains("four-eyes");

        var agreed = world.decide(path, "A third", null, "{\"reason\": \"lawful\"}");
        world.pass(GATHERED);

        assertThat(agreed.status()).isEqualTo(200);
        assertThat(world.tasks(caseId)).isEmpty();
        assertThat(mail.to(host.mailbox())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEED_MORE_INFO", "UNPARSED"})
    void whatNeedsAPersonIsATask(String outcome) {
        var caseId = notified(world.provider(Role.HOST, "abuse"));

        replied(caseId, outcome, "An operator");

        assertThat(world.tasks(caseId)).containsExactly("REPLY");
    }

    @Test
    void theSameAnswerIsRecordedOnce() {
        var caseId = notified(world.provider(Role.HOST, "abuse"));
        var path = "/v1/notices/" + lastNotice(caseId) + "/reply";
        var body = body("ACTIONED", world.now());

        var once = world.decide(path, "An operator", null, body, "the-same");
        var twice = world.decide(path, "An operator", null, body, "the-same");
        var other = world.decide(path, "An operator", null, body("REFUSED", world.now()), "the-same");

        assertThat(twice).isEqualTo(once);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency-key-reused");
        assertThat(world.get("/v1/notices/" + lastNotice(caseId) + "/replies")
                        .json()
                        .get("replies"))
                .hasSize(1);
    }

    @Test
    void nobodyAnsweredWhatNobodyGot() {
        var caseId = notified(world.provider(Role.HOST, "later"));

        assertThat(replied(caseId, "ACTIONED", "An operator").body()).contains("not-sent");
        assertThat(world.decide(
                                "/v1/notices/" + UUID.randomUUID() + "/reply",
                                "An operator",
                                null,
                                body("ACTIONED", world.now()))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"received_at": "2026-01-05T10:00:00Z"}                                                 | /outcome
            {"outcome": "http://evil.test", "received_at": "2026-01-05T10:00:00Z"}                  | /outcome
            {"outcome": "ACTIONED"}                                                                 | /received_at
            {"outcome": "ACTIONED", "received_at": "2999-01-05T10:00:00Z"}                          | /received_at
            {"outcome": "ACTIONED", "received_at": "2026-01-05T10:00:00Z", "text": "evil\\u0000"}   | /text
            """)
    void badInputNamesTheField(String body, String named) {
        var caseId = notified(world.provider(Role.HOST, "abuse"));

        var answer = world.decide("/v1/notices/" + lastNotice(caseId) + "/reply", "An operator", null, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(named).doesNotContain("evil");
    }

    private UUID notified(TestWorld.Provider... providers) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/r", someHash()));
        return written(caseId, providers);
    }

    private UUID suspectedAndClassifiedBy(String assessor, TestWorld.Provider... providers) {
        var caseId = world.reported("""
                {"url": "http://%s/s", "category": "CSAM", "verification": "SUSPECT"}""".formatted(someHost()));
        assertThat(world.tasks(caseId)).containsExactly("CLASSIFY");
        var answer = world.decide("/v1/cases/" + caseId + "/classification", assessor, null, """
                {"verification": "VERIFIED", "organisation": "Example"}""");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        world.settle();
        assertThat(world.tasks(caseId)).isEmpty();
        return written(caseId, providers);
    }

    private UUID written(UUID caseId, TestWorld.Provider... providers) {
        world.resolved(caseId, providers);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private Answer replied(UUID caseId, String outcome, String operator) {
        return world.decide("/v1/notices/" + lastNotice(caseId) + "/reply", operator, null, body(outcome, world.now()));
    }

    private Answer decided(UUID caseId, String operator, String body) {
        return world.decide("/v1/cases/" + caseId + "/dispute/decision", operator, null, body);
    }

    private static String body(String outcome, Instant receivedAt) {
        return """
                {"outcome": "%s", "received_at": "%s", "channel": "PHONE", "text": "Their\\nwords"}""".formatted(outcome, receivedAt);
    }

    private String lastNotice(UUID caseId) {
        var notices = world.get("/v1/cases/" + caseId + "/notices").json().get("notices");
        return notices.get(notices.size() - 1).get("notice_id").asString();
    }

    private TargetingSnapshot.Answers answers(UUID caseId) {
        var id = UUID.fromString(
                world.story(caseId).get("targetings").get(0).get("targeting_id").asString());
        return Objects.requireNonNull(
                world.last(Topics.TARGETINGS, id, TargetingSnapshot.class).answers());
    }

    private CaseSnapshot snapshot(UUID caseId) {
        return world.last(Topics.CASES, caseId, CaseSnapshot.class);
    }
}
