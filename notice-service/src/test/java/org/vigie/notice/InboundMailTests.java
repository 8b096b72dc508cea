package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.inbound.TakeIn;

/** What follows from what comes back by mail. */
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/inbound-data",
            "vigie.clock-file=target/${test.fork:fork-1}/inbound-clock"
        })
@ServiceTest
class InboundMailTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Autowired
    private TakeIn takeIn;

    @Autowired
    private Notices notices;

    @Test
    void aBounceVoidsTheClockAndTheNextAddresseeIsWrittenToAtOnce() {
        var first = world.provider(Role.CONTENT_ADMIN, "nobody");
        var second = world.provider(Role.HOST, "next");
        var caseId = notified(first, second);
        var notice = notice(caseId);
        assertThat(targeting(caseId).deliveredAt()).isNotNull();

        take(bounce(notice, notice.letter().envelopeFrom(), "failed", "5.1.1"));
        world.settle();

        assertThat(world.story(caseId).get("timeline").toString()).contains("\"what\":\"NOTICE_BOUNCED\"");
        assertThat(targeting(caseId).deliveredAt()).isNull();
        assertThat(feedback(first)).get().satisfies(record -> {
            assertThat(record.refusedPermanently()).isEqualTo(1);
            assertThat(record.consecutiveFailures()).isEqualTo(1);
        });
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        assertThat(mail.to(second.mailbox())).hasSize(1);
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("ESCALATED");
        assertThat(world.tasks(caseId)).isEmpty();
    }

    @Test
    void theSameMessageAgainChangesNothing() {
        var first = world.provider(Role.CONTENT_ADMIN, "nobody");
        var caseId = notified(first, world.provider(Role.HOST, "next"));
        var bounce = bounce(notice(caseId), notice(caseId).letter().envelopeFrom(), "failed", "5.1.1");

        var once = take(bounce);
        world.settle();
        var before = snapshot(caseId).version();
        var twice = take(bounce);
        world.settle();

        assertThat(twice).isEqualTo(once);
        assertThat(snapshot(caseId).version()).isEqualTo(before);
        assertThat(feedback(first))
                .get()
                .satisfies(record -> assertThat(record.refusedPermanently()).isEqualTo(1));
        assertThat(messages(caseId)).hasSize(1);
    }

    /** A Message-ID can be made up by anybody who knows how they are counted. */
    @Test
    void aBounceThatAnybodyCanMakeUpIsAPersons() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);

        take(bounce(notice(caseId), "notices@hotline.example", "failed", "5.1.1"));
        world.settle();

        assertThat(world.tasks(caseId)).containsExactly("REPLY");
        assertThat(targeting(caseId).deliveredAt()).isNotNull();
        assertThat(feedback(host))
                .get()
                .satisfies(record -> assertThat(record.refusedPermanently()).isZero());
    }

    @Test
    void aMemberOfAListThatIsGoneSaysNothingAgainstTheList() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);
        var group = "\n\nFinal-Recipient: rfc822; other@provider.test\nAction: failed\nStatus: 5.1.1";

        take(bounce(notice(caseId), notice(caseId).letter().envelopeFrom(), "failed", "5.1.1" + group));
        world.settle();

        assertThat(world.tasks(caseId)).containsExactly("REPLY");
        assertThat(feedback(host))
                .get()
                .satisfies(record -> assertThat(record.refusedPermanently()).isZero());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied\n\nI am away until Monday. It was removed.\n",
                "Subject: Automatic reply: away\n\nUntil Monday\n"
            })
    void aMachinesAnswerChangesNothing(String message) {
        var caseId = notified(world.provider(Role.HOST, "abuse"));
        var before = snapshot(caseId).version();

        take("To: " + notice(caseId).letter().envelopeFrom() + "\n" + message);
        world.settle();

        assertThat(snapshot(caseId).version()).isEqualTo(before);
        assertThat(world.tasks(caseId)).isEmpty();
        assertThat(messages(caseId)).hasSize(1);
    }

    @Test
    void aDelayChangesNothing() {
        var caseId = notified(world.provider(Role.HOST, "abuse"));
        var before = snapshot(caseId).version();

        take(bounce(notice(caseId), notice(caseId).letter().envelopeFrom(), "delayed", "4.4.1"));
        world.settle();

        assertThat(snapshot(caseId).version()).isEqualTo(before);
    }

    /** With the right token, with none, and from an address of the provider: it is checked, and that is all. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aForgedRemovalIsCheckedAndChangesNothingElse(boolean withToken) {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);
        var notice = notice(caseId);
        var to = withToken ? notice.letter().envelopeFrom() : "notices+" + "0".repeat(32) + "@hotline.example";

        take("From: %s\nTo: %s\nSubject: Re: [%s] CONTENTREMOVED\n\nACTIONED\n"
                .formatted(host.mailbox(), to, notice.reference()));
        world.settle();

        var story = world.story(caseId);
        assertThat(story.get("targetings").get(0).get("end").asString()).isEqualTo("OPEN");
        assertThat(story.get("presence").toString()).doesNotContain("GONE");
        var wanted = snapshot(caseId).wants().checkAfter();
        assertThat(Instant.ofEpochMilli(wanted == null ? 0 : wanted)).isEqualTo(world.now());
        assertThat(world.tasks(caseId)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NOT_OURS", "REFUSED", "DISPUTES_AGE", "ORIGIN_DISCLOSED", "NEED_MORE_INFO", "Who are you?"})
    void whatAPlainMailSaysIsAPersonsToDecide(String word) {
        var next = world.provider(Role.HOST, "next");
        var caseId = notified(world.provider(Role.CONTENT_ADMIN, "abuse"), next);

        take("To: " + notice(caseId).letter().envelopeFrom() + "\n\n" + word + "\n");
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);

        assertThat(world.tasks(caseId)).containsExactly("REPLY");
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("NOTIFIED");
        assertThat(mail.to(next.mailbox())).isEmpty();
    }

    @Test
    void aComplaintIsCountedAndShownToAPerson() {
        var host = world.provider(Role.HOST, "abuse");
        var caseId = notified(host);
        var notice = notice(caseId);

        take("""
                From: fbl@provider.test
                To: postmaster@hotline.example
                Content-Type: multipart/report; report-type=feedback-report; boundary=b

                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                Original-Mail-From: <%s>
                --b
                Content-Type: message/rfc822

                Message-ID: %s

                --b--
                """.formatted(notice.letter().envelopeFrom(), notice.letter().messageId()));
        world.settle();

        assertThat(feedback(host))
                .get()
                .satisfies(record -> assertThat(record.complaints()).isEqualTo(1));
        assertThat(targeting(caseId).answers()).isEqualTo(new TargetingSnapshot.Answers(List.of(), 1, List.of()));
        assertThat(world.tasks(caseId)).containsExactly("REPLY");
    }

    @Test
    void whatNobodyCanReadIsKeptAndAPersons() {
        var caseId = notified(world.provider(Role.HOST, "abuse"));

        take("To: " + notice(caseId).letter().envelopeFrom() + "\nContent-Type: text/html\n\n<p>ACTIONED</p>\n");
        world.settle();

        assertThat(world.tasks(caseId)).containsExactly("REPLY");
        assertThat(messages(caseId).get(0).get("message_kind").asString()).isEqualTo("UNPARSED");
    }

    @Test
    void whatAnswersNothingIsKeptWithoutANotice() {
        assertThat(take("Subject: hello\n\nACTIONED " + UUID.randomUUID() + "\n"))
                .isNotNull();
        assertThat(world.get("/v1/notices/" + UUID.randomUUID() + "/messages").status())
                .isEqualTo(404);
    }

    private UUID notified(TestWorld.Provider... providers) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/i", someHash()));
        world.resolved(caseId, providers);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private UUID take(String message) {
        return takeIn.take(message.replace("\n", "\r\n").getBytes(UTF_8), world.now())
                .messageId();
    }

    private Notice notice(UUID caseId) {
        return notices.naming(caseId).getFirst();
    }

    private static String bounce(Notice notice, String to, String action, String status) {
        return """
                From: MAILER-DAEMON@provider.test
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.provider.test

                Final-Recipient: rfc822; %s
                Action: %s
                Status: %s
                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                --b--
                """.formatted(
                to, notice.letter().recipient(), action, status, notice.letter().messageId());
    }

    private tools.jackson.databind.JsonNode messages(UUID caseId) {
        return world.get("/v1/notices/" + notice(caseId).noticeId() + "/messages")
                .json()
                .get("messages");
    }

    private TargetingSnapshot targeting(UUID caseId) {
        var id = UUID.fromString(
                world.story(caseId).get("targetings").get(0).get("targeting_id").asString());
        return world.last(Topics.TARGETINGS, id, TargetingSnapshot.class);
    }

    private Optional<ContactFeedbackSnapshot> feedback(TestWorld.Provider provider) {
        return Optional.ofNullable(last(provider.contactId()));
    }

    private @Nullable ContactFeedbackSnapshot last(UUID contactId) {
        return world.last(Topics.CONTACT_FEEDBACK, contactId, ContactFeedbackSnapshot.class);
    }

    private CaseSnapshot snapshot(UUID caseId) {
        return world.last(Topics.CASES, caseId, CaseSnapshot.class);
    }
}
