package org.vigie.notice.inbound;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.notice.inbound.Meaning.AutomaticReply;

/** Tells what a machine answered by itself (RFC 3834), and what desks really send, which often says nothing of it. */
final class Automatic {

    private static final Pattern SUBJECT = Pattern.compile("(?i)^(?:\\s*\\[[^\\]]*\\])*\\s*(?:re:\\s*)?(?:"
            + "auto(?:matic(?:al)?|mated)?[ _-]?(?:re(?:ply|sponse|sponder)|answer)|auto:|autosvar|"
            + "out[ -]of[ -](?:the[ -])?office|ooo\\b|away from|i am away|on (?:vacation|leave|holiday)|vacation\\b|"
            + "r[ée]ponse automatique|absen(?:t|ce)\\b|accus[ée] (?:automatique|de r[ée]ception)|"
            + "automatische antwort|abwesenheit|respuesta autom|risposta automatica)");

    private static final Pattern ABSENT = Pattern.compile(
            "(?i)\\b(?:i am|i'm|i will be) (?:currently )?(?:away|out of (?:the )?office|on (?:leave|vacation|holiday))|"
                    + "\\bje suis (?:actuellement )?(?:absent|en cong)|this is an automat|(?:message|mail) (?:has been|was|est|a été) "
                    + "(?:automatically |automatiquement )?(?:generated|généré) (?:automat)?|do not reply to this");

    private static final Pattern LIST_ROBOT =
            Pattern.compile("(?i)[^@\\s<]{1,64}-(?:bounces|request|confirm|owner|admin)@");

    private static final int LONGEST_SUBJECT = 300;

    private Automatic() {}

    /** Empty if nothing says so, or if somebody wrote one of the words that notices ask for above all. */
    static Optional<Meaning> of(Mail mail) {
        var headers = mail.headers();
        if (isMarked(headers)) {
            return Optional.of(new AutomaticReply());
        }
        return seems(headers, mail.text()) && Answers.firstWord(mail.text()).isEmpty()
                ? Optional.of(new AutomaticReply())
                : Optional.empty();
    }

    private static boolean isMarked(Fields headers) {
        var submitted = headers.first("auto-submitted").orElse("no").strip().toLowerCase(Locale.ROOT);
        return !submitted.startsWith("no")
                || headers.has("x-autoreply")
                || headers.has("x-autorespond")
                || headers.has("x-autoreply-from")
                || headers.has("x-mail-autoreply")
                || headers.has("x-apple-action")
                || headers.first("precedence").orElse("").equalsIgnoreCase("auto_reply")
                || (headers.has("x-mailman-version") && isListRobot(headers));
    }

    private static boolean isListRobot(Fields headers) {
        return headers.first("from")
                .filter(from -> LIST_ROBOT.matcher(from).find())
                .isPresent();
    }

    private static String start(String subject) {
        return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    }

    /** formail marks what it answers with X-Loop, vacation(1) marks nothing. */
    private static boolean seems(Fields headers, String text) {
        var own = Quoting.unquoted(text).stream().limit(12).toList();
        return SUBJECT.matcher(start(headers.first("subject").orElse(""))).find()
                || (headers.has("x-loop") && !headers.has("list-id"))
                || ABSENT.matcher(String.join(" ", own)).find();
    }
}
