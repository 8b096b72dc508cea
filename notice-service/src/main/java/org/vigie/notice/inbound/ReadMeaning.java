package org.vigie.notice.inbound;

import java.util.Locale;
import org.vigie.notice.inbound.Meaning.Complaint;
import org.vigie.notice.inbound.Meaning.Complaint.About;
import org.vigie.notice.inbound.Meaning.Unparsed;

/** Tells what a message is: a pure function. What machines mark is read before what only sounds like it. */
final class ReadMeaning {

    private ReadMeaning() {}

    static Meaning of(Mail mail) {
        if (mail.limit() != null) {
            return new Unparsed();
        }
        if (!mail.feedback().isEmpty()) {
            return complaint(mail.feedback());
        }
        if (isXarf(mail.headers())) {
            return new Complaint(About.OTHER);
        }
        if (!mail.disposition().isEmpty()) {
            return DeliveryReports.ofDisposition(mail);
        }
        return DeliveryReports.of(mail).or(() -> Automatic.of(mail)).orElseGet(() -> Answers.of(mail));
    }

    /** RFC 5965 section 3.5 and the types registered since; the obsolete {@code opt-out} is a complaint too. */
    private static Meaning complaint(Fields feedback) {
        var type = feedback.first("feedback-type").orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "abuse", "fraud", "virus", "opt-out", "opt-out-list", "miscategorized" -> new Complaint(About.ABUSE);
            case "auth-failure", "dkim", "policy" -> new Complaint(About.AUTHENTICATION);
            default -> new Complaint(About.OTHER);
        };
    }

    /** X-ARF 0.1 and 0.2 mark the mail; later ones are a feedback report of type {@code xarf}. */
    private static boolean isXarf(Fields headers) {
        return headers.has("x-xarf") || headers.has("x-arf");
    }
}
