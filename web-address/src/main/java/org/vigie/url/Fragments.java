package org.vigie.url;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What fragments mean. A program in the page may read its route, an id or a key there; elsewhere they name a section,
 * or a part of a file (W3C Media Fragments, RFC 8118 for PDF) or of its text (WICG Scroll To Text Fragment).
 */
final class Fragments {

    /** More than the beginning of one, which leads to the page itself. */
    private static final Pattern ROUTE = Pattern.compile("(?!!?/?$)[!/].*", Pattern.DOTALL);
    /** A path, a query, several fields, a number, an account. */
    private static final Pattern FIELDS = Pattern.compile("(?!!?/?$).*[/?&=!].*|-?[0-9_]+|@.+", Pattern.DOTALL);
    /** One image or file of several in a page, by its number or name. */
    private static final Pattern MEDIA =
            Pattern.compile("(?i)(?:photo|image|img|pic|picture|video|vid|clip|media|file|item|slide)s?[-_:]?[0-9]+"
                    + "|.+\\.(?:jpe?g|png|gif|webp|avif|bmp|mp4|webm|avi|mov|mkv|zip|rar|7z)");
    /**
     * At least eight letters and digits, small and capital ones among them, or going to and fro between letters and
     * digits, and no words or numbers with hyphens between; or as many hexadecimal digits, such as a UUID.
     */
    private static final Pattern ID = Pattern.compile(
            "(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z])(?!(?:(?:[A-Z]?[a-z]+|[A-Z]+|(?=[0-9]))[0-9]*(?:[-_]|$))+$)"
                    + "[A-Za-z0-9_-]{8,}"
                    + "|(?=.*[0-9][A-Za-z]+[0-9]+[A-Za-z])[A-Za-z0-9_-]{8,}"
                    + "|(?=[^0-9]*[0-9][^a-f]*[a-f]|[^a-f]*[a-f][^0-9]*[0-9])(?![a-f]+[0-9]+$)[0-9a-f]{8}[0-9a-f-]*"
                    + "|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private static final Set<String> PARTS_OF_A_FILE =
            Set.of("t", "xywh", "track", "page", "zoom", "view", "nameddest", "toolbar", "search");
    private static final String TEXT_DIRECTIVE = ":~:";

    private Fragments() {}

    static boolean tellsContentsApart(@Nullable String fragment) {
        var place = PercentEncoding.decode(place(fragment));
        return ROUTE.matcher(place).matches()
                || (FIELDS.matcher(place).matches() && !isPartOfAFile(place))
                || MEDIA.matcher(place).matches()
                || ID.matcher(place).matches();
    }

    /** The fragment without the text that is to be marked in the page; empty if there is none. */
    static String place(@Nullable String fragment) {
        if (fragment == null) {
            return "";
        }
        int directive = fragment.indexOf(TEXT_DIRECTIVE);
        return directive < 0 ? fragment : fragment.substring(0, directive);
    }

    private static boolean isPartOfAFile(String fragment) {
        return Arrays.stream(fragment.split("&"))
                .allMatch(field -> PARTS_OF_A_FILE.contains(field.replaceFirst("=.*", "")));
    }
}
