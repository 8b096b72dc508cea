package org.vigie.notice.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.notice.inbound.Meaning.AutomaticReply;
import org.vigie.notice.inbound.Meaning.DeliveryReport;
import org.vigie.notice.inbound.Meaning.Recipient;

/** Reads delivery reports, in the form of RFC 3464 wherever it stands, or in words. */
final class DeliveryReports {

    private static final Pattern DAEMON = Pattern.compile(
            "(?i)(?:^|[<\\s\"(])(?:mailer[-_. ]?daemon|postmaster|mail[-_. ]?daemon|mdaemon)\\b|mail delivery (?:sub)?system");

    private static final Pattern NOT_DELIVERED = Pattern.compile(
            "(?i)deliver(?:y|ed)?\\b.{0,30}\\b(?:fail|error|delay|problem|status)|fail(?:ed|ure)\\b.{0,30}\\b(?:deliver|mail|notice)"
                    + "|undeliver|returned mail|returning (?:message|mail)|returned to sender|failure notice"
                    + "|mail (?:failed|error)|delayed mail|non remis|non distribu|échec de (?:la )?(?:remise|distribution)");

    private static final Pattern STILL_TRIED = Pattern.compile(
            "(?i)warning only|will be retried|still being retried|will keep trying|delivery attempts will continue|has been delayed");

    private static final int MOST_RECIPIENTS = 50;

    private DeliveryReports() {}

    /** Empty if the message is none. */
    static Optional<Meaning> of(Mail mail) {
        var groups = recipients(mail.delivery());
        if (!groups.isEmpty()) {
            return Optional.of(report(groups, mail.text()));
        }
        if (!isFromAServer(mail)) {
            return Optional.empty();
        }
        var written = recipients(FieldsInText.of(mail.text())).stream()
                .limit(MOST_RECIPIENTS)
                .toList();
        return Optional.of(written.isEmpty() ? inWords(mail) : report(written, mail.text()));
    }

    /** RFC 5429: a mailbox that rejects a mail says that it deleted it. Anything else is a receipt. */
    static Meaning ofDisposition(Mail mail) {
        var disposition = mail.disposition().first("disposition").orElse("").toLowerCase(Locale.ROOT);
        var end = disposition.substring(disposition.indexOf(';') + 1).strip();
        if (!end.startsWith("deleted") && !end.startsWith("denied") && !end.startsWith("failed")) {
            return new AutomaticReply();
        }
        var address = mail.disposition().first("final-recipient").map(DeliveryReports::address);
        return new DeliveryReport(
                Fate.POLICY, List.of(new Recipient(address.orElse(null), Fate.POLICY, "")), Confidence.HIGH);
    }

    private static List<Fields> recipients(List<Fields> groups) {
        return groups.stream()
                .filter(group -> group.has("action") || (group.has("final-recipient") && group.has("status")))
                .toList();
    }

    private static DeliveryReport report(List<Fields> groups, String text) {
        var recipients = new ArrayList<Recipient>();
        for (var group : groups) {
            var diagnosis = Diagnosis.of(group, text);
            var address = group.first("final-recipient").map(DeliveryReports::address);
            recipients.add(new Recipient(address.orElse(null), diagnosis.fate(), diagnosis.status()));
        }
        return new DeliveryReport(together(recipients), recipients, Confidence.HIGH);
    }

    /** A notice goes to one address: who else is named stands behind it. */
    private static Fate together(List<Recipient> recipients) {
        var fates = recipients.stream().map(Recipient::fate).distinct().toList();
        if (recipients.size() == 1 || (fates.size() == 1 && !fates.getFirst().isFinalFailure())) {
            return fates.getFirst();
        }
        return fates.stream().anyMatch(Fate::isFinalFailure)
                ? Fate.SOME_MEMBERS
                : fates.contains(Fate.DELAYED) ? Fate.DELAYED : Fate.UNKNOWN;
    }

    private static boolean isFromAServer(Mail mail) {
        var headers = mail.headers();
        var reported = headers.first("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (reported.contains("delivery-status") || headers.has("x-failed-recipients")) {
            return true;
        }
        return headers.first("from").filter(from -> DAEMON.matcher(from).find()).isPresent()
                && headers.first("subject")
                        .filter(subject -> NOT_DELIVERED.matcher(subject).find())
                        .isPresent();
    }

    private static DeliveryReport inWords(Mail mail) {
        var subject = mail.headers().first("subject").orElse("");
        var text = FieldsInText.beforeReturned(mail.text());
        var diagnosis = STILL_TRIED.matcher(subject + "\n" + text).find()
                ? new Diagnosis(Fate.DELAYED, "")
                : Diagnosis.ofWords(text);
        var address = mail.headers().first("x-failed-recipients").map(one -> one.toLowerCase(Locale.ROOT));
        return new DeliveryReport(
                diagnosis.fate(),
                List.of(new Recipient(address.orElse(null), diagnosis.fate(), diagnosis.status())),
                Confidence.LOW);
    }

    /** Without the type before it, and without brackets. */
    static @Nullable String address(String typed) {
        var address = typed.substring(typed.indexOf(';') + 1)
                .replaceAll("[<>]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return address.isEmpty() ? null : Objects.requireNonNull(address);
    }
}
