package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.inbound.TakeIn;
import org.vigie.notice.replylink.ReplyTokens;

/** What makes a mail the addressee's word, and what does not. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/inbound-data",
            "vigie.clock-file=target/${test.fork:fork-1}/inbound-clock"
        })
@ServiceTest
class AuthenticatedMailTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Autowired
    private TakeIn takeIn;

    @Autowired
    private Notices notices;

    @Autowired
    private ReplyTokens tokens;

    @Test
    void aReplyTokenMakesItTheAddressees() {
        var next = world.provider(Role.HOST, "next");
        var caseId = notified(world.provider(Role.CONTENT_ADMIN, "desk"), next);
        var notice = notice(caseId);

        take(notice, "NOT_OURS\n\n" + tokens.proof(notice.noticeId(), world.now()) + "\n");
        goesOn(caseId);

        assertThat(mail.to(next.mailbox())).hasSize(1);
        assertThat(world.tasks(caseId)).isEmpty();
    }

    /**
     * In the quotation of a notice that was passed on, of another notice, too old, altered, or the notice's own link.
     */
    @Test
    void noOtherTokenDoes(CapturedOutput output) {
        var next = world.provider(Role.HOST, "next");
        var caseId = notified(world.provider(Role.CONTENT_ADMIN, "desk"), next);
        var notice = notice(caseId);
        var right = tokens.proof(notice.noticeId(), world.now());
        var old = tokens.proof(notice.noticeId(), world.now().minus(ReplyTokens.PROOF));
        var anothers = tokens.proof(UUID.randomUUID(), world.now());
        var altered = right.substring(0, 54) + (right.endsWith("A") ? "B" : "A");

        for (var said : new String[] {"> " + right, old, anothers, altered}) {
            take(notice, "NOT_OURS\n\n" + said + "\n");
        }
        goesOn(caseId);

        assertThat(world.tasks(caseId)).contains("REPLY");
        assertThat(mail.to(next.mailbox())).isEmpty();
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("NOTIFIED");
        assertThat(output)
                .contains("mail with a reply token that proves nothing")
                .doesNotContain(right, old, altered);
    }

    /** Neither a right token nor the provider's own address ever makes anything removed. */
    @Test
    void aForgedRemovalIsCheckedAtMost() {
        var host = world.provider(Role.HOST, "desk");
        var caseId = notified(host);
        var notice = notice(caseId);

        for (var token : new String[] {"", "x".repeat(55), tokens.proof(notice.noticeId(), world.now())}) {
            take(notice, "ACTIONED\n\nIt was removed. " + token + "\n");
        }
        world.settle();

        var story = world.story(caseId);
        assertThat(story.get("targetings").get(0).get("end").asString()).isEqualTo("OPEN");
        assertThat(story.get("presence").toString()).doesNotContain("GONE");
    }

    private void goesOn(UUID caseId) {
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
    }

    private UUID notified(TestWorld.Provider... providers) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/i", someHash()));
        world.resolved(caseId, providers);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private Notice notice(UUID caseId) {
        return notices.naming(caseId).getFirst();
    }

    private void take(Notice notice, String text) {
        var message = "From: %s\nTo: %s\n\n%s"
                .formatted(notice.letter().recipient(), notice.letter().envelopeFrom(), text);
        takeIn.take(message.replace("\n", "\r\n").getBytes(UTF_8), world.now());
    }
}
