package org.vigie.sandbox.answer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.vigie.sandbox.mail.Mail;
import org.vigie.sandbox.story.Provider;

/** Writes what comes back to a notice by mail; the same for the same notice and time, byte for byte. */
final class AnswerMail {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Map<String, String> ENGLISH = Map.of(
            "ACTIONED", "Thank you. We have taken it down.",
            "NOT_OURS", "This is none of our sites.");
    private static final Map<String, String> FRENCH = Map.of(
            "ACTIONED", "Merci. Nous avons retiré ce contenu.",
            "NOT_OURS", "Ce site n'est pas chez nous.");

    private final Provider by;
    private final Mail notice;
    private final Instant at;

    AnswerMail(Provider by, Mail notice, Instant at) {
        this.by = by;
        this.notice = notice;
        this.at = at;
    }

    /** In the form of RFC 3464, as Postfix writes it. */
    byte[] noSuchMailbox() {
        return bytes(head("MAILER-DAEMON", notice.returnPath(), "Undelivered Mail Returned to Sender")
                + """
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

                --edge
                Content-Type: text/plain; charset=us-ascii

                <%1$s>: unknown user: "abuse"

                --edge
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.%2$s

                Final-Recipient: rfc822; %1$s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: x-unix; unknown user: "abuse"

                --edge
                Content-Type: text/rfc822-headers

                Message-ID: %3$s
                Subject: %4$s

                --edge--
                """.formatted(by.mail(), domain(), notice.messageId(), notice.subject()));
    }

    /** As ticket systems confirm what they take (RFC 3834). */
    byte[] machine() {
        var words = isFrench()
                ? "Nous avons bien reçu votre message. Ne répondez pas à ce courriel."
                : "We have received your message and opened a ticket. Do not answer this mail.";
        return bytes(head("abuse", notice.returnPath(), "AutoReply: " + notice.subject())
                + "Auto-Submitted: auto-replied\nPrecedence: bulk\n"
                + text(words));
    }

    /** As notices ask for it: the word alone on the first line. */
    byte[] person(String outcome) {
        var words = (isFrench() ? FRENCH : ENGLISH).getOrDefault(outcome, "");
        return bytes(head("abuse", notice.replyTo(), "Re: " + notice.subject()) + text(outcome + "\n\n" + words));
    }

    private boolean isFrench() {
        return by.language().equals("fr");
    }

    private String domain() {
        return by.mail().substring(by.mail().indexOf('@') + 1);
    }

    private String head(String from, String to, String subject) {
        return """
                From: %s@%s
                To: %s
                Subject: %s
                Date: %s
                Message-ID: <%d.%08x@%2$s>
                In-Reply-To: %s
                """.formatted(
                        from,
                        domain(),
                        to,
                        subject,
                        DATE.format(at),
                        at.getEpochSecond(),
                        (subject + notice.messageId()).hashCode(),
                        notice.messageId());
    }

    private static String text(String words) {
        return "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + words
                + "\n";
    }

    private static byte[] bytes(String message) {
        return message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
