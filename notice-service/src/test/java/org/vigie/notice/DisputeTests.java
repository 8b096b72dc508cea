package org.vigie.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHost;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.TestWorld.Answer;

/** What whoever disputed a notice is told of what was decided. Shares the service of {@link ReplyTests}. */
@TestPropertySource(
        properties = {"vigie.data=target/reply-data", "vigie.clock-file=target/reply-clock", "vigie.notices.dispute=30h"
        })
@ServiceTest
class DisputeTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final String RESUME = "{\"decision\": \"RESUME\", \"reason\": \"Two looked,\\nand both are sure.\"}";

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Test
    void whoDisputedInVainIsToldOnceAndWhy() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = told(host);
        replied(caseId, host, "DISPUTES_AGE");
        world.pass(GATHERED);
        assertThat(mail.to(host.mailbox())).hasSize(1);

        decided(caseId, RESUME);
        world.pass(GATHERED);
        world.pass(GATHERED);

        assertThat(mail.to(host.mailbox())).hasSize(2);
        var notice = read(host, 0);
        var decision = read(host, 1);
        assertThat(decision.header("In-Reply-To")).isEqualTo(notice.header("Message-ID"));
        assertThat(decision.header("Content-Type")).startsWith("text/plain");
        assertThat(decision.text())
                .contains("Two looked, and both are sure.", "(DISPUTES_AGE)", "hxxp://", reference(notice))
                .doesNotContain("http://");
        assertThat(events(caseId)).contains("DISPUTE_DECIDED_RESUME", "DECISION_ACCEPTED");
        assertThat(world.story(caseId).get("waits_for").asString()).isEqualTo("WAITS_FOR_ANSWER");
    }

    @Test
    void whoReclassifiesAsIllegalAnswersTheDispute() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = told(host);
        replied(caseId, host, "DISPUTES_AGE");

        decided(caseId, """
                {"decision": "RECLASSIFY", "reason": "A child, though older than we said.",
                 "classification": {"verification": "VERIFIED", "maturation": "POSTPUBESCENT", "organisation": "Example"}}""");
        world.pass(GATHERED);

        assertThat(mail.to(host.mailbox())).hasSize(2);
        assertThat(read(host, 1).text()).contains("though older than we said");
    }

    @Test
    void allWhoDisputeAreAnsweredByOneDecisionWithinTheFirstOnesTime() {
        var site = world.provider(Role.CONTENT_ADMIN, "first");
        var host = world.provider(Role.HOST, "second");
        var caseId = told(site, host);
        replied(caseId, site, "REFUSED");
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        replied(caseId, site, "DISPUTES_LEGALITY");
        world.settle();
        var by = world.story(caseId).get("waits_until").asString();
        world.moveOn(Duration.ofHours(2));

        replied(caseId, host, "DISPUTES_AGE");
        world.settle();

        assertThat(world.story(caseId).get("waits_until").asString()).isEqualTo(by);
        assertThat(world.tasks(caseId)).containsExactly("DISPUTE");
        decided(caseId, RESUME);
        for (int glances = 0; glances < 4; glances++) {
            world.pass(GATHERED);
        }
        assertThat(mail.to(site.mailbox())).hasSize(2);
        assertThat(mail.to(host.mailbox())).hasSize(2);
        assertThat(read(site, 1).text()).contains("(DISPUTES_LEGALITY)").doesNotContain("DISPUTES_AGE");
        assertThat(read(host, 1).text()).contains("(DISPUTES_AGE)").doesNotContain("DISPUTES_LEGALITY");
    }

    @Test
    void whileSomebodyHoldsTheCaseNobodyIsAnswered() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = told(host);
        replied(caseId, host, "DISPUTES_AGE");
        var until = world.now().plus(Duration.ofDays(3));
        var hold = world.decide("/v1/cases/" + caseId + "/holds", "An officer", null, """
                {"owner": "Police", "reason": "inquiry", "expires_at": "%s"}""".formatted(until));
        assertThat(hold.status()).as(hold.body()).isLessThan(300);

        decided(caseId, RESUME);
        world.pass(GATHERED);

        assertThat(mail.to(host.mailbox())).hasSize(1);
        var id = world.story(caseId).get("holds").get(0).get("hold_id").asString();
        world.decide("/v1/cases/" + caseId + "/holds/" + id + "/release", "An officer", null, "{\"reason\": \"over\"}");
        world.pass(GATHERED);
        assertThat(mail.to(host.mailbox())).hasSize(2);
    }

    @Test
    void aPersonAnswersWhoeverRefusesTheDecision() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = told(host);
        replied(caseId, host, "DISPUTES_AGE");
        var refusing = "refuses-" + host.id() + "@provider.example";
        world.retold(new TestWorld.Provider(host.id(), Role.HOST, refusing, "NL"), Health.OK, false);
        world.settle();

        decided(caseId, RESUME);
        world.pass(GATHERED);
        world.pass(GATHERED);

        assertThat(world.tasks(caseId)).contains("REPLY");
        assertThat(events(caseId)).doesNotContain("DECISION_ACCEPTED").containsOnlyOnce("NOTICE_REFUSED");
        assertThat(mail.to(host.mailbox())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It is at http://evil.test/a", "see www.evil.test", "hxxps://evil[.]test"})
    void aReasonThatProvidersReadHoldsNoUrl(String reason) {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = told(host);
        replied(caseId, host, "DISPUTES_AGE");

        var answer = world.decide(
                path(caseId), "The second", null, "{\"decision\": \"RESUME\", \"reason\": \"%s\"}".formatted(reason));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("/reason").doesNotContain("evil");
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("DISPUTED");
    }

    @Test
    void whoSaysThatThePersonIsAnAdultChangesNothingOfTheContentUntilItIsDecided() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = told(host);
        var before = world.story(caseId).get("contents");

        replied(caseId, host, "DISPUTES_AGE");
        world.pass(Duration.ofHours(40));

        var after = world.story(caseId);
        assertThat(after.get("contents")).isEqualTo(before);
        assertThat(after.get("contents").get(0).get("verification").asString()).isEqualTo("VERIFIED");
        assertThat(after.get("targetings").get(0).get("end").asString()).isEqualTo("OPEN");
    }

    @Test
    void whoDisputedTheAgeOfSomebodyKnownIsToldSo() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = told(host);
        replied(caseId, host, "DISPUTES_AGE");

        decided(caseId, """
                {"decision": "RECLASSIFY", "reason": "Of a known series.",
                 "classification": {"verification": "VERIFIED", "organisation": "Example", "victim_identified": true}}""");
        world.pass(GATHERED);

        assertThat(read(host, 1).text()).contains("Of a known series. The person shown is known to us.");
    }

    private UUID told(TestWorld.Provider... providers) {
        var caseId = world.reported("""
                {"url": "http://%s/s", "category": "CSAM", "verification": "SUSPECT"}""".formatted(someHost()));
        var answer = world.decide("/v1/cases/" + caseId + "/classification", "The first", null, """
                {"verification": "VERIFIED", "organisation": "Example"}""");
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        world.settle();
        world.resolved(caseId, providers);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private void replied(UUID caseId, TestWorld.Provider by, String outcome) {
        var number = reference(read(by, mail.to(by.mailbox()).size() - 1));
        var id = number.replace('/', '.');
        var answer =
                world.decide("/v1/notices/" + id + "/reply", "An operator", null, """
                {"outcome": "%s", "received_at": "%s", "channel": "PHONE"}""".formatted(outcome, world.now()));
        assertThat(answer.status()).as("%s: %s", caseId, answer.body()).isEqualTo(200);
    }

    private Answer decided(UUID caseId, String body) {
        var answer = world.decide(path(caseId), "The second", null, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        world.settle();
        return answer;
    }

    private static String path(UUID caseId) {
        return "/v1/cases/" + caseId + "/dispute/decision";
    }

    private Read read(TestWorld.Provider provider, int which) {
        var bytes = mail.to(provider.mailbox()).get(which).text().getBytes(StandardCharsets.UTF_8);
        try {
            return new Read(new MimeMessage(null, new ByteArrayInputStream(bytes)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Read(MimeMessage message) {

        String header(String name) {
            try {
                return message.getHeader(name, null);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** On one line; of a message of several parts nothing. */
        String text() {
            try {
                return message.getContent() instanceof String text ? text.replaceAll("\\s+", " ") : "";
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String reference(Read mail) {
        return mail.header("X-Notice-Ref");
    }

    private List<String> events(UUID caseId) {
        return world.story(caseId)
                .get("timeline")
                .valueStream()
                .map(event -> event.get("what").asString())
                .toList();
    }
}
