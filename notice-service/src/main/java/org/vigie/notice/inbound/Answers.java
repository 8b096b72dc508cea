package org.vigie.notice.inbound;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.events.Confidence;
import org.vigie.notice.inbound.Meaning.Answer;
import org.vigie.notice.inbound.Meaning.Unparsed;
import org.vigie.notice.removal.ReplyOutcome;

/** Reads what a person answered: one of the words that notices ask for, at the beginning of what they wrote. */
final class Answers {

    /** Before the word: what mail programs and people put around it. */
    private static final Pattern BEFORE =
            Pattern.compile("^(?i)[\\s*\"'«»_>\\[(]*(?:(?:status|outcome|réponse|answer|statut)\\s*:\\s*)?");

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]+");

    /** Phrases, which only ever lead to a check or to a person. */
    private static final Map<Pattern, ReplyOutcome> PHRASES = phrases();

    private Answers() {}

    static Meaning of(Mail mail) {
        var own = Quoting.unquoted(mail.text());
        if (own.isEmpty()) {
            return new Unparsed();
        }
        return firstWord(mail.text())
                .map(outcome -> new Answer(outcome, Confidence.HIGH))
                .orElseGet(() -> new Answer(inWords(own), Confidence.LOW));
    }

    /** The first line of what was written, of what stands below a quotation, and of what stands below a signature. */
    static Optional<ReplyOutcome> firstWord(String text) {
        return Quoting.blocks(text).stream()
                .flatMap(block -> word(block.getFirst()).stream())
                .findFirst();
    }

    private static Optional<ReplyOutcome> word(String line) {
        var words = plain(BEFORE.matcher(line).replaceFirst(""));
        var named = List.of(ReplyOutcome.values()).stream()
                .filter(outcome -> outcome != ReplyOutcome.UNPARSED)
                .filter(outcome -> begins(words, plain(outcome.name())))
                .findFirst();
        // Two of them are none.
        return named.filter(outcome -> List.of(ReplyOutcome.values()).stream()
                .filter(other -> other != outcome && other.name().indexOf('_') > 0)
                .noneMatch(other -> line.toUpperCase(Locale.ROOT).contains(other.name())));
    }

    private static boolean begins(String words, String word) {
        return words.equals(word) || words.startsWith(word + " ");
    }

    /** Lower case without accents, any other characters as single spaces. */
    private static String plain(String line) {
        var letters = Normalizer.normalize(line, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return NOT_A_LETTER.matcher(letters).replaceAll(" ").strip();
    }

    private static ReplyOutcome inWords(List<String> own) {
        var words = plain(String.join(" ", own.subList(0, Math.min(own.size(), 15))));
        return PHRASES.entrySet().stream()
                .filter(phrase -> phrase.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ReplyOutcome.UNPARSED);
    }

    private static Map<Pattern, ReplyOutcome> phrases() {
        var all = new LinkedHashMap<Pattern, ReplyOutcome>();
        all.put(
                Pattern.compile(
                        "\\b(?:already (?:been )?(?:removed|deleted|down|offline|gone)|no longer (?:available|online|there)"
                                + "|deja (?:ete )?(?:retire|supprime|absent|hors ligne)|n est plus (?:en ligne|accessible|disponible))"),
                ReplyOutcome.ALREADY_DOWN);
        all.put(
                Pattern.compile(
                        "\\b(?:forwarded|passed|relayed|transmis)\\b.{0,40}\\b(?:customer|client|user|site owner)"),
                ReplyOutcome.FORWARDED_TO_CUSTOMER);
        all.put(
                Pattern.compile(
                        "\\b(?:has|have|was|were|been|is) (?:\\w+ )?(?:removed|deleted|taken down|suspended|resolved|disabled)\\b"
                                + "|\\bwe (?:have )?(?:removed|deleted|suspended|disabled|took down)"
                                + "|\\b(?:avons|a ete|ont ete|est) (?:\\w+ )?(?:retire|supprime|suspendu|desactive)"),
                ReplyOutcome.ACTIONED);
        return all;
    }
}
