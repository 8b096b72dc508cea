package org.vigie.notice.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.events.Confidence;
import org.vigie.notice.inbound.Meaning.Answer;
import org.vigie.notice.inbound.Meaning.AutomaticReply;
import org.vigie.notice.inbound.Meaning.Complaint;
import org.vigie.notice.inbound.Meaning.Complaint.About;
import org.vigie.notice.inbound.Meaning.DeliveryReport;
import org.vigie.notice.inbound.Meaning.Unparsed;
import org.vigie.notice.inbound.mime.ReadMail;
import org.vigie.notice.removal.ReplyOutcome;

/** What a message is, told from marks first, from words last. */
class ReadMeaningTests {

    /** Not what passes on a clock: others work on this machine, too. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final String QUOTED = """
            > Notice RN-2026-00000026/1
            >   ACTIONED (you removed it), ALREADY_DOWN (it was gone before),
            >   REFUSED (say why).
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ACTIONED                                    | ACTIONED
            actioned, thanks                            | ACTIONED
            "Already_Down"                              | ALREADY_DOWN
            *NOT OURS*                                  | NOT_OURS
            Status: REFUSED                             | REFUSED
            REFUSED : hors de notre ressort             | REFUSED
            Réponse : NEED_MORE_INFO - quelle page ?    | NEED_MORE_INFO
            DISPUTES_AGE                                | DISPUTES_AGE
            disputes-technical: 404 here                | DISPUTES_TECHNICAL
            """)
    void aWordOnTheFirstLineIsTheAnswer(String line, ReplyOutcome outcome) {
        assertThat(answer(line + "\n\nRegards\n")).isEqualTo(new Answer(outcome, Confidence.HIGH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, Nov 30, 2026 at 10:39:42PM +0000, Example hotline wrote:\n%s\nREFUSED\n",
                "Le lun. 30 nov. 2026 à 22:39, Example hotline <notices@hotline.example>\na écrit :\n%s\nREFUSED\n",
                "-- \nAn agent\nAbuse desk\n\nREFUSED: no\n",
                "%s\nREFUSED\n",
                "REFUSED\n\n-----Original Message-----\nACTIONED\n",
                "REFUSED\n\nFrom: Example hotline\nSent: Monday\nTo: desk\nSubject: x\n\nACTIONED\n",
                "REFUSED\r\n\r\nDe : Example hotline\r\nEnvoyé : lundi\r\nÀ : desk\r\nObjet : x\r\n\r\nACTIONED\r\n",
                "\n\n  REFUSED\n________________________________\nNotice RN-2026-00000026/1\n  ACTIONED (you removed it),\n"
            })
    void itStandsAlsoBelowAQuotationOrASignature(String text) {
        assertThat(answer(text.replace("%s", QUOTED))).isEqualTo(new Answer(ReplyOutcome.REFUSED, Confidence.HIGH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We shall look into it.\n",
                "Is it actioned?\n",
                "ACTIONED / NOT_OURS\n",
                "We cannot say ACTIONED yet.\n",
                "Example hotline (a hotline)\nNotice RN-2026-00000026/1\n\n  ACTIONED (you removed it), ALREADY_DOWN\n",
                "UNPARSED\n"
            })
    void withoutTheWordItIsNotTold(String text) {
        assertThat(answer(text)).isEqualTo(new Answer(ReplyOutcome.UNPARSED, Confidence.LOW));
    }

    @ParameterizedTest
    @CsvSource({
        "We have removed the file., ACTIONED",
        "Le contenu a été supprimé., ACTIONED",
        "According to our records your request has been resolved., ACTIONED",
        "It was already gone., ALREADY_DOWN",
        "The page is no longer available., ALREADY_DOWN",
        "We have forwarded it to our customer., FORWARDED_TO_CUSTOMER",
        "Nous l'avons transmis à notre client., FORWARDED_TO_CUSTOMER"
    })
    void whatSoundsLikeItIsHeldInLittleTrust(String text, ReplyOutcome outcome) {
        assertThat(answer(text)).isEqualTo(new Answer(outcome, Confidence.LOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied\n\nACTIONED\n",
                "Auto-Submitted: auto-generated; type=ticket\n\nTicket 1\n",
                "X-Autoreply: yes\n\nwe got it\n",
                "Precedence: auto_reply\n\nwe got it\n",
                "X-Loop: desk@provider.test\n\nwe got it\n",
                "Subject: Automatic reply: [RN-2026-00000026/1] x\n\nback on Monday\n",
                "Subject: Réponse automatique : x\n\nde retour lundi\n",
                "Subject: [desk #1] AutoReply: x\n\nticket\n",
                "Subject: Re: x\n\nI am currently out of the office until Monday.\n",
                "X-Mailman-Version: 3.3.8\nFrom: list-bounces@provider.test\nPrecedence: bulk\n\nheld\n"
            })
    void aMachineThatAnswersIsNoPerson(String message) {
        assertThat(read(message)).isEqualTo(new AutomaticReply());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no\n\nREFUSED\n",
                "Precedence: bulk\nX-RT-Ticket: 1\n\nREFUSED\n",
                "X-Loop: desk@provider.test\n\nREFUSED\n",
                "Subject: Out of office: x\n\nREFUSED\n"
            })
    void aWordAboveAllIsAPersons(String message) {
        assertThat(read(message)).isEqualTo(new Answer(ReplyOutcome.REFUSED, Confidence.HIGH));
    }

    @ParameterizedTest
    @CsvSource({"abuse, ABUSE", "fraud, ABUSE", "auth-failure, AUTHENTICATION", "not-spam, OTHER", "xarf, OTHER"})
    void aFeedbackReportIsAComplaint(String type, About about) {
        var message = """
                Content-Type: multipart/report; report-type=feedback-report; boundary=b

                --b
                Content-Type: message/feedback-report

                Feedback-Type: %s
                Version: 1
                --b--
                """.formatted(type);

        assertThat(read(message)).isEqualTo(new Complaint(about));
    }

    @Test
    void aReceiptIsNoBounce() {
        var message = """
                Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                --b
                Content-Type: message/disposition-notification

                Final-Recipient: rfc822; desk@provider.test
                Disposition: %s
                --b--
                """;

        assertThat(read(message.formatted("manual-action/MDN-sent-manually; displayed")))
                .isEqualTo(new AutomaticReply());
        assertThat(((DeliveryReport) read(message.formatted("automatic-action/MDN-sent-automatically; deleted")))
                        .fate())
                .isEqualTo(Fate.POLICY);
    }

    @Test
    void aBounceInWordsIsHeldInLittleTrust() {
        var message = """
                From: MAILER-DAEMON@provider.test
                Subject: failure notice

                Hi. This is the qmail-send program at provider.test.

                <desk@provider.test>:
                Sorry, no mailbox here by that name. (#5.1.1)

                --- Below this line is a copy of the message.
                """;

        assertThat(read(message)).isInstanceOfSatisfying(DeliveryReport.class, report -> {
            assertThat(report.fate()).isEqualTo(Fate.HARD_BOUNCE);
            assertThat(report.confidence()).isEqualTo(Confidence.LOW);
        });
    }

    @Test
    void aPersonWhoQuotesABounceIsNoServer() {
        assertThat(
                        read(
                                "From: desk@provider.test\nSubject: Re: delivery failed\n\nREFUSED\n\nFinal-Recipient: rfc822; a@b.test\nAction: failed\n"))
                .isEqualTo(new Answer(ReplyOutcome.REFUSED, Confidence.HIGH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/html\n\n<p>ACTIONED</p>\n",
                "Content-Type: application/pgp-encrypted\n\nVersion: 1\n",
                "Subject: x\n\n\n",
                "Subject: x\n\n> ACTIONED\n"
            })
    void withoutAnyTextOfItsOwnItIsUnparsed(String message) {
        assertThat(read(message)).isEqualTo(new Unparsed());
    }

    @Test
    void whatWentBeyondALimitIsUnparsed() {
        assertThat(read("Subject: x\n\nACTIONED\n" + "x\n".repeat(1 << 20))).isEqualTo(new Unparsed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "-",
                "> ",
                " a\n",
                "X: a\n a\n",
                "\n \n",
                "on ",
                "On 2026 ",
                "[",
                "[a]",
                "<a@b.c>\n",
                "550 ",
                "5.1.1"
            })
    void noTextKeepsTheReaderForLong(String piece) {
        var text = piece.repeat(120_000 / piece.length());
        var groups = "\n\nFinal-Recipient: rfc822; a@b.c\nAction: failed\nStatus: 5.0.0".repeat(2_000);
        var message = """
                From: %s <mailer-daemon@provider.test>
                Subject: %s delivery failed
                X-Mailman-Version: 3
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                %s
                --b
                Content-Type: message/delivery-status

                %s
                --b--
                """;
        var line = text.replaceAll("[\\n<>]", "").substring(0, 30_000);
        for (var form : List.of(
                message.formatted(line, line, text, groups),
                message.formatted(line, line, text, ""),
                "From: %s\nSubject: %s\n\n%s".formatted(line, line, text))) {
            var mail = ReadMail.reader().read(ReadMail.bytes(form));
            var began = CPU.getCurrentThreadCpuTime();

            assertThat(ReadMeaning.of(mail)).isNotNull();
            assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - began)).isLessThan(Duration.ofSeconds(1));
        }
    }

    private static Meaning answer(String text) {
        return read("From: desk@provider.test\nContent-Type: text/plain; charset=utf-8\n\n" + text);
    }

    private static Meaning read(String message) {
        return ReadMeaning.of(ReadMail.reader().read(ReadMail.bytes(message.replace("\r\n", "\n"))));
    }
}
