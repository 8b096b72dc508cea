package org.vigie.notice.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why one recipient did not get it. What the refusing server said goes before what the reporting one makes of it:
 * sendmail has 5.1.1 of every bare 550, Exim 5.0.0 of everything.
 *
 * @param status enhanced status code (RFC 3463) or three digits, empty without any
 */
record Diagnosis(Fate fate, String status) {

    private static final int MOST_LINES = 1000;
    private static final Diagnosis GIVEN_UP = new Diagnosis(Fate.SOFT_BOUNCE, "");

    private static final String CODE = "([245])\\.([0-9]{1,3})\\.([0-9]{1,3})(?![0-9]|\\.[0-9])";
    private static final Pattern ENHANCED = Pattern.compile("(?<![0-9.])" + CODE);

    /** An SMTP reply, with or without an enhanced code. */
    private static final Pattern REPLY = Pattern.compile("(?<![0-9.])([245])[0-9]{2}[ -]+(?:#?" + CODE + ")?");

    private static final Pattern TRANSCRIPT = Pattern.compile("<<<\\s*([245][0-9]{2}[ -].*)");
    private static final Pattern QUOTED_REPLY =
            Pattern.compile("(?:^|said: ?|error: ?|: |>\\s)\\s*([45][0-9]{2}[ -](?!5\\.5\\.1 No valid).*)");
    private static final Pattern EXIT_STATUS = Pattern.compile("(?i)x-unix\\s*;\\s*([0-9]{1,3})");

    /** What is said of the recipient of the group, in a report with the text. */
    static Diagnosis of(Fields group, String text) {
        var status = group.first("status").orElse("");
        return switch (action(group)) {
            case "delivered" -> new Diagnosis(Fate.DELIVERED, code(status));
            case "relayed" -> new Diagnosis(Fate.RELAYED, code(status));
            case "expanded" -> new Diagnosis(Fate.EXPANDED, code(status));
            // RFC 3463 X.4.7, delivery time expired: OpenSMTPD says "delayed" of the last report, too.
            case "delayed" ->
                status.matches("[45]\\.4\\.7\\b.*")
                        ? new Diagnosis(Fate.SOFT_BOUNCE, code(status))
                        : new Diagnosis(Fate.DELAYED, code(status));
            case "failed" -> failed(group, status, text);
            default -> new Diagnosis(Fate.UNKNOWN, code(status));
        };
    }

    /** What a report in words says. */
    static Diagnosis ofWords(String all) {
        var text = new Entry(List.of(), all).words();
        return reply(text, null)
                .flatMap(Diagnosis::ofReply)
                .or(() -> ofCode(text).filter(_ -> !text.isBlank()))
                .or(() -> BounceWords.of(text).map(fate -> new Diagnosis(fate, "")))
                .orElse(GIVEN_UP);
    }

    private static String action(Fields group) {
        var words = group.first("action")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("[^a-z]+", 2);
        return words[0];
    }

    private static Diagnosis failed(Fields group, String status, String text) {
        var diagnostic = group.first("diagnostic-code").orElse("");
        var exit = EXIT_STATUS.matcher(diagnostic);
        if (exit.find()) {
            return ofExitStatus(exit.group(1), code(status));
        }
        var entry = Entry.of(group, text);
        var said = diagnostic.toLowerCase(Locale.ROOT).startsWith("smtp")
                ? Optional.of(diagnostic.substring(diagnostic.indexOf(';') + 1))
                : reply(text, entry);
        var known = said.flatMap(Diagnosis::ofReply)
                .or(() -> Code.in(status).filter(Code::isSpecific).map(Code::diagnosis));
        var words = diagnostic.isEmpty() ? entry.words() : diagnostic;
        return known.or(() -> ofCode(words))
                .or(() -> BounceWords.of(words).map(fate -> new Diagnosis(fate, code(status))))
                .or(() -> said.flatMap(Diagnosis::ofDigits))
                .or(() -> Code.in(status).map(Code::diagnosis))
                .orElse(GIVEN_UP);
    }

    /** The exit status of a program that the address is piped to (sysexits.h). */
    private static Diagnosis ofExitStatus(String exit, String status) {
        return switch (exit) {
            case "67", "68" -> new Diagnosis(Fate.HARD_BOUNCE, status);
            case "77" -> new Diagnosis(Fate.POLICY, status);
            default -> new Diagnosis(Fate.SOFT_BOUNCE, status);
        };
    }

    /** What the refusing server said, as far as the text quotes it: what names the recipient before anything else. */
    private static Optional<String> reply(String text, @Nullable Entry entry) {
        var all = text.lines()
                .limit(MOST_LINES)
                .map(TRANSCRIPT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
        var transcript =
                all.filter(line -> entry == null || entry.isNamedIn(line)).findFirst();
        if (transcript.isPresent()) {
            return transcript;
        }
        var near = entry == null ? text : entry.words();
        return near.lines()
                .map(QUOTED_REPLY::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** A specific code, then what it says; empty if neither tells. */
    private static Optional<Diagnosis> ofReply(String said) {
        var matcher = REPLY.matcher(said);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var isForGood = matcher.group(1).equals("5");
        var code = Optional.ofNullable(matcher.group(2))
                .map(_ -> new Code(isForGood, matcher.group(3), matcher.group(4), matcher.group(2)));
        return code.filter(Code::isSpecific)
                .filter(specific -> !specific.isSaidOfUnknownRecipients(said))
                .map(Code::diagnosis)
                .or(() -> BounceWords.of(said)
                        .filter(fate -> isForGood || fate == Fate.QUOTA)
                        .map(fate -> new Diagnosis(fate, digits(said))))
                .or(() -> isForGood ? Optional.empty() : Optional.of(new Diagnosis(Fate.SOFT_BOUNCE, digits(said))));
    }

    /** Three digits without an enhanced code and without words that tell (RFC 5321 section 4.2.2). */
    private static Optional<Diagnosis> ofDigits(String said) {
        return switch (digits(said)) {
            case "550", "551", "553" -> Optional.of(new Diagnosis(Fate.HARD_BOUNCE, digits(said)));
            case "552" -> Optional.of(new Diagnosis(Fate.QUOTA, "552"));
            default -> Optional.empty();
        };
    }

    private static Optional<Diagnosis> ofCode(String words) {
        return Code.in(words).filter(Code::isSpecific).map(Code::diagnosis);
    }

    private static String digits(String said) {
        var reply = said.strip();
        return reply.length() < 3 ? "" : reply.substring(0, 3);
    }

    private static String code(String status) {
        var matcher = ENHANCED.matcher(status);
        return matcher.find() ? matcher.group() : "";
    }

    /** An enhanced status code (RFC 3463). */
    private record Code(boolean isForGood, String subject, String detail, String first) {

        static Optional<Code> in(String words) {
            var matcher = ENHANCED.matcher(words);
            return matcher.find()
                    ? Optional.of(new Code(
                            matcher.group(1).equals("5"), matcher.group(2), matcher.group(3), matcher.group(1)))
                    : Optional.empty();
        }

        boolean isSpecific() {
            return !detail.equals("0");
        }

        /** Exchange Online says so of recipients that it does not know, where RFC 3463 has "no answer from host". */
        boolean isSaidOfUnknownRecipients(String said) {
            return subject.equals("4")
                    && detail.equals("1")
                    && BounceWords.of(said).equals(Optional.of(Fate.HARD_BOUNCE));
        }

        Diagnosis diagnosis() {
            return new Diagnosis(fate(), first + "." + subject + "." + detail);
        }

        private Fate fate() {
            if (subject.equals("2") && detail.equals("2")) {
                return Fate.QUOTA;
            }
            if (!isForGood) {
                return Fate.SOFT_BOUNCE;
            }
            return switch (subject) {
                // 7 and 8 are about the sender's address.
                case "1" -> detail.equals("7") || detail.equals("8") ? Fate.POLICY : Fate.HARD_BOUNCE;
                case "2" -> detail.equals("1") ? Fate.HARD_BOUNCE : Fate.SOFT_BOUNCE;
                // A program there refused it, or the system does; 1 to 5 are about the system and the size.
                case "3" -> detail.equals("0") ? Fate.POLICY : Fate.SOFT_BOUNCE;
                // Postfix: there is no such domain.
                case "4" -> detail.equals("4") ? Fate.HARD_BOUNCE : Fate.SOFT_BOUNCE;
                case "7" -> Fate.POLICY;
                default -> Fate.SOFT_BOUNCE;
            };
        }
    }
}
