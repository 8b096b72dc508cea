package org.vigie.url;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a URL that somebody hands in. A browser's address bar drops line ends and encodes whatever else is wrong
 * (WHATWG URL Standard, validation errors); here that would lose a report, or make a URL of it that nobody reported.
 * What may be two URLs, or a URL with something of the text around it, is refused.
 */
public final class ReportedUrl {

    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");
    /** Delimiters of RFC 3986, appendix C, and those of other languages. */
    private static final Pattern WRAPPED = Pattern.compile(
            "(?i)<(?:url:)?\\s*(.+?)\\s*>|\"(.+)\"|'(.+)'|`(.+)`|“(.+)”|‘(.+)’|«\\s*(.+?)\\s*»|\\((.+)\\)|\\[(h.+)]");

    /** Any of these, wherever it stands; browsers take a backslash for a slash. */
    private static final Pattern NEVER = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029\\ufffd<>\"\\\\]");
    /** What follows a URL in a text or a table, in any writing, or says that its end was cut off. */
    private static final Pattern CLOSING = Pattern.compile(
            "(?i)(?:(?:['´`]|[\\p{P}&&[^\\x00-\\x7f]])[.,;:!?]*|[,;|(\\[{]|\\*\\*|\\.\\.\\.|\\[/[a-z]+])$");

    private static final Pattern WORD_END = Pattern.compile("[.,;:!?]*+(?:[\\s\\p{Z}]|$)");

    private static final String SCHEME = "h(?:tt|xx|\\*\\*)ps?(?:\\[?:]?//|\\[://])";
    private static final String ANY_SCHEME = "[a-z][a-z0-9+.*-]*(?:\\[?:]?//|\\[://]|:/)";
    private static final String HOST_AND_PATH =
            "(?:[a-z0-9-]+(?:\\[?\\.]?[a-z0-9-]+)*\\[?\\.]?[a-z]{2,}|[0-9]{1,3}(?:\\[?\\.]?[0-9]{1,3}){3})(?::[0-9]+)?/";
    /** Behind a space; behind what stands between URLs in a list, a table or a link; or behind no mark at all. */
    private static final Pattern ANOTHER = Pattern.compile("(?i)[\\s\\p{Z}]\\W?(?:" + ANY_SCHEME + "|www\\.|//|"
            + HOST_AND_PATH + ")|[,;|](?:www\\.|//|" + HOST_AND_PATH + ")|(?:[,;|+(\\[{*'`^$@]|(?<!#)!|[^\\x00-\\x7f]"
            + "|%20|%0a|%0d|%09|%c2%a0|%e[23]%80%[0-9a-f]{2})" + SCHEME
            + "|(?<!%[0-9a-f]?)[a-z0-9._~)\\]}-]" + SCHEME);

    private static final Pattern NESTED_SCHEME = Pattern.compile("(?i)h(?:xx|\\*\\*)p(s?)(?=:|\\[:|%3a)");
    private static final Pattern MARK =
            Pattern.compile("(?i)\\s?(?:\\[(\\.|dot|:)]|\\((\\.|dot)\\)|\\{(\\.|dot)})\\s?");
    /** Half a mark, or one of another kind. */
    private static final Pattern STRANGE_MARK =
            Pattern.compile("(?i)\\[\\p{Punct}{1,3}]|\\[\\.|\\.]|%5b(?:\\.|dot)%5d");
    /** What could have been there before, in a URL that nobody kept from being followed. */
    private static final Pattern DOUBTFUL_MARK = Pattern.compile("(?i)[({]\\.|\\.[)}]|\\sdot\\s");

    /** No scheme said twice, as in {@code http://https://h.test/}, which names a host {@code https}. */
    private static final Pattern NAME = Pattern.compile("(?!h(?:tt|xx)ps?\\.?$)[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.?");

    private static final Pattern DOT_SPELT_OUT = Pattern.compile("[^.]*[_-]dot[_-][^.]*");

    private ReportedUrl() {}

    /** The URL, without what protects it from being followed; empty if the text is anything but one URL. */
    public static Optional<WebUrl> parse(String given) {
        if (given.length() > 2 * WebUrl.MAX_LENGTH) {
            return Optional.empty();
        }
        var text = unwrapped(AROUND.matcher(given).replaceAll(""));
        if (NEVER.matcher(text).find()
                || CLOSING.matcher(text).find()
                || ANOTHER.matcher(text).find()
                || closesMoreThanItOpens(text)) {
            return Optional.empty();
        }
        return refanged(text).flatMap(url -> WebUrl.parse(url).found()).filter(url -> isNamed(url.host()));
    }

    /** The URL Standard lets nearly every character stand in a name, so that a bracket or a comma would be one's. */
    private static boolean isNamed(Host host) {
        return !(host instanceof Host.Domain)
                || (NAME.matcher(host.text()).matches()
                        && !DOT_SPELT_OUT.matcher(host.text()).matches());
    }

    private static String unwrapped(String text) {
        var wrapped = WRAPPED.matcher(text);
        if (!wrapped.matches()) {
            return text;
        }
        for (int group = 1; group <= wrapped.groupCount(); group++) {
            if (wrapped.group(group) != null) {
                return wrapped.group(group);
            }
        }
        return text;
    }

    private static boolean closesMoreThanItOpens(String text) {
        return closesMore(text, '(', ')') || closesMore(text, '[', ']') || closesMore(text, '{', '}');
    }

    /** Brackets that close what none opened, at the end of the text or of a word in it. */
    private static boolean closesMore(String text, char opening, char closing) {
        int open = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            open += c == opening ? 1 : c == closing ? -1 : 0;
            if (c == closing
                    && open < 0
                    && WORD_END.matcher(text).region(at + 1, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Some programs bracket the dots of the host only, some every dot. Where a path has both kinds nobody can tell
     * which of them were there before.
     */
    private static Optional<String> refanged(String text) {
        var refanged = Refanged.of(text);
        int tailStart = tailStart(refanged.text());
        var tail = refanged.text().substring(tailStart);
        if (refanged.changed()) {
            tail = NESTED_SCHEME
                    .matcher(tail)
                    .replaceAll("http$1")
                    .replace("[:]//", "://")
                    .replace("www[.]", "www.");
        }
        if (NESTED_SCHEME.matcher(tail).find()
                || (refanged.changed()
                        && DOUBTFUL_MARK
                                .matcher(MARK.matcher(tail).replaceAll(""))
                                .find())) {
            return Optional.empty();
        }
        if (MARK.matcher(tail).find()) {
            if (!refanged.changed() || MARK.matcher(tail).replaceAll("").indexOf('.') >= 0) {
                return Optional.empty();
            }
            tail = MARK.matcher(tail).replaceAll(mark -> mark.group().contains(":") ? ":" : ".");
        }
        if (STRANGE_MARK.matcher(tail).find()) {
            return Optional.empty();
        }
        return Optional.of(refanged.text().substring(0, tailStart) + tail);
    }

    /** Where path, query and fragment begin. */
    private static int tailStart(String text) {
        int authority = text.indexOf("://") + "://".length();
        for (int at = Math.max(authority, 0); at < text.length(); at++) {
            if ("/\\?#".indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return text.length();
    }
}
