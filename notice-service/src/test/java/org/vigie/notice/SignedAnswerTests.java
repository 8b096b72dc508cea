package org.vigie.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.TestWorld.someHash;
import static org.vigie.notice.TestWorld.someHost;
import static org.vigie.notice.TestWorld.verifiedReport;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.dispatch.Notices;
import org.vigie.notice.inbound.TakeIn;

/** When a DKIM signature makes a mail the addressee's word, and when not. */
@Import(SignedMail.class)
@TestPropertySource(
        properties = {
            "vigie.data=target/${test.fork:fork-1}/signed-data",
            "vigie.clock-file=target/${test.fork:fork-1}/signed-clock"
        })
@ServiceTest
class SignedAnswerTests {

    private static final Duration GATHERED = Duration.ofSeconds(3);
    private static final String HEADERS = "from:to:subject";

    @Autowired
    private TestWorld world;

    @Autowired
    private MailboxChannel mail;

    @Autowired
    private TakeIn takeIn;

    @Autowired
    private Notices notices;

    /** By the mailbox's own domain, and by the registrable one above it. */
    @ParameterizedTest
    @ValueSource(strings = {"abuse.provider.test", "provider.test"})
    void itsOwnSignatureMakesItTheAddressees(String domain) {
        var next = world.provider(Role.HOST, "next");
        var caseId = notified("%s@abuse.provider.test", next);
        var notice = notice(caseId);

        take(SignedMail.by(domain, HEADERS, answer(notice, notice.letter().recipient())));
        goesOn(caseId);

        assertThat(mail.to(next.mailbox())).hasSize(1);
        assertThat(world.tasks(caseId)).isEmpty();
        assertThat(messages(notice)).contains("\"signed\":true");
    }

    @Test
    void removesNothingNevertheless() {
        var caseId = notified("%s@provider.test", world.provider(Role.HOST, "next"));
        var notice = notice(caseId);
        var said = answer(notice, notice.letter().recipient()).replace("NOT_OURS", "ACTIONED");

        take(SignedMail.by("provider.test", HEADERS, said));
        world.settle();

        assertThat(messages(notice)).contains("\"signed\":true");
        assertThat(world.story(caseId).get("targetings").get(0).get("end").asString())
                .isEqualTo("OPEN");
    }

    /** What is tried instead of the addressee's own signature. */
    enum Trick {
        /** As a white list, or a server that is not ours, would have it. */
        NONE_BUT_A_HEADER_THAT_SAYS_SO {
            @Override
            String mail(String own, String mailbox) {
                return "Authentication-Results: mx.hotline.example; dkim=pass header.d=provider.test; dmarc=pass\n"
                        + "X-Spam-Status: No, WHITELISTED\n" + own;
            }
        },
        ANOTHER_MAILBOX_OF_THE_DOMAIN {
            @Override
            String mail(String own, String mailbox) {
                return SignedMail.by("provider.test", HEADERS, own.replace("From: ", "From: customer-"));
            }
        },
        ANOTHER_DOMAIN {
            @Override
            String mail(String own, String mailbox) {
                return SignedMail.by("elsewhere.test", HEADERS, own);
            }
        },
        A_DOMAIN_BELOW {
            @Override
            String mail(String own, String mailbox) {
                return SignedMail.by("customer.provider.test", HEADERS, own);
            }
        },
        A_PUBLIC_SUFFIX {
            @Override
            String mail(String own, String mailbox) {
                return SignedMail.by("test", HEADERS, own);
            }
        },
        A_CHANGED_TEXT {
            @Override
            String mail(String own, String mailbox) {
                return SignedMail.by("provider.test", HEADERS, own.replace("NOT_OURS", "ACTIONED"))
                        .replace("ACTIONED", "NOT_OURS");
            }
        },
        NOTHING_SIGNED_NAMES_THE_NOTICE {
            @Override
            String mail(String own, String mailbox) {
                return SignedMail.by("provider.test", "from", own);
            }
        },
        ANOTHER_NOTICES_ANSWER_SENT_HERE {
            @Override
            String mail(String own, String mailbox) {
                var another = own.replaceAll("(?m)^To: .*$", "To: notices+" + "0".repeat(32) + "@hotline.example")
                        .replaceAll("(?m)^Subject: .*$", "Subject: Re: [RN-2020-00000009/1]");
                return own.lines()
                                .filter(line -> line.startsWith("To: "))
                                .findFirst()
                                .orElseThrow() + "\n" + SignedMail.by("provider.test", HEADERS, another);
            }
        },
        TWO_WRITERS {
            @Override
            String mail(String own, String mailbox) {
                return "From: customer@elsewhere.test\n" + SignedMail.by("provider.test", HEADERS, own);
            }
        };

        abstract String mail(String own, String mailbox);
    }

    @ParameterizedTest
    @EnumSource
    void nothingElseDoes(Trick trick) {
        var next = world.provider(Role.HOST, "next");
        var caseId = notified("%s@provider.test", next);
        var notice = notice(caseId);
        var mailbox = notice.letter().recipient();

        take(trick.mail(answer(notice, mailbox), mailbox));
        goesOn(caseId);

        assertIsAPersons(caseId, next);
    }

    @Test
    void whileDnsIsAwayItIsAPersonsToRead() {
        var next = world.provider(Role.HOST, "next");
        var caseId = notified("%s@desk.away.test", next);
        var notice = notice(caseId);

        take(SignedMail.by(
                "desk.away.test", HEADERS, answer(notice, notice.letter().recipient())));
        goesOn(caseId);

        assertIsAPersons(caseId, next);
    }

    private void assertIsAPersons(UUID caseId, TestWorld.Provider next) {
        assertThat(messages(notice(caseId))).contains("\"signed\":false", "NOT_OURS");
        assertThat(world.tasks(caseId)).containsExactly("REPLY");
        assertThat(mail.to(next.mailbox())).isEmpty();
        assertThat(world.story(caseId).get("status").asString()).isEqualTo("NOTIFIED");
    }

    private static String answer(Notice notice, String mailbox) {
        return "From: %s\nTo: %s\nSubject: Re: [%s]\n\nNOT_OURS\n"
                .formatted(mailbox, notice.letter().envelopeFrom(), notice.reference());
    }

    private void goesOn(UUID caseId) {
        world.settle();
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
    }

    private UUID notified(String mailbox, TestWorld.Provider next) {
        var caseId = world.reported(verifiedReport("http://" + someHost() + "/i", someHash()));
        world.resolved(caseId, world.providerAt(Role.CONTENT_ADMIN, mailbox), next);
        world.looked(caseId, Presence.REACHABLE);
        world.pass(GATHERED);
        return caseId;
    }

    private Notice notice(UUID caseId) {
        return notices.naming(caseId).getFirst();
    }

    private String messages(Notice notice) {
        return world.get("/v1/notices/" + notice.noticeId() + "/messages").body();
    }

    private void take(String message) {
        takeIn.take(message.replace("\n", "\r\n").getBytes(UTF_8), world.now());
    }
}
