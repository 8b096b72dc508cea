package org.vigie.availability.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.url.WebUrl;

/**
 * Tells URLs that do something when they are asked for; a check must change nothing, so these are not requested. A word
 * counts only where it stands alone: as the end of the path, perhaps with a token behind it, or as the name or value of
 * a parameter. A folder called upload, a title that says "looks like" and a picture called delete.jpg do nothing.
 */
final class ActionUrls {

    /** Parts of a path that are deeds, at its end or before ids and tokens. */
    static final Set<String> DEEDS = Set.of(
            "delete",
            "remove",
            "logout",
            "log-out",
            "signout",
            "sign-out",
            "unsubscribe",
            "confirm",
            "activate",
            "verify",
            "purchase",
            "checkout",
            "vote",
            "like",
            "reset-password");

    /** Parameters that are deeds by their name. */
    static final Set<String> DEEDS_BY_NAME = Set.of("delete", "remove", "logout", "unsubscribe");

    /** Parameters that name a deed. */
    static final Set<String> SELECTORS = Set.of("action", "act", "do", "cmd", "op", "task");

    private static final Pattern ONE_TIME = Pattern.compile(
            "one_?time_?token|otp|_?(wp)?nonce|csrf(_?token)?|authenticity_token|delete_?(key|token|hash)");

    private static final Pattern MEDIA = Pattern.compile(
            ".*\\.(jpe?g|jpe|jfif|png|gif|webp|avif|heic|bmp|svg|tiff?|mp4|m4v|mov|webm|mkv|avi|flv|wmv|mpe?g|m3u8|ts|mp3|"
                    + "zip|rar|7z|pdf)");

    private static final Pattern PROGRAM = Pattern.compile("\\.(php|aspx?|cgi|do|jspx?|pl|html?)$");

    /** Digits, or what is long and not made of words. */
    private static final Pattern ID_OR_TOKEN = Pattern.compile("[0-9]+|[0-9a-f-]{8,}|(?=.*[0-9])[0-9a-z_~.-]{16,}");

    /** The word that says so, one of those above; empty for a URL that may be asked for. */
    Optional<String> deed(WebUrl url) {
        var inPath = deedInPath(url.path().toLowerCase(Locale.ROOT));
        return inPath.isPresent() ? inPath : deedInQuery(url.query().orElse("").toLowerCase(Locale.ROOT));
    }

    private static Optional<String> deedInPath(String path) {
        var parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        if (parts.isEmpty() || MEDIA.matcher(parts.getLast()).matches()) {
            return Optional.empty();
        }
        return lastWord(parts)
                .map(part -> PROGRAM.matcher(part).replaceFirst("").replace('_', '-'))
                .filter(DEEDS::contains);
    }

    /** The last part that is neither an id nor a token. */
    private static Optional<String> lastWord(List<String> parts) {
        return parts.reversed().stream()
                .filter(part -> !ID_OR_TOKEN.matcher(part).matches())
                .findFirst();
    }

    private static Optional<String> deedInQuery(String query) {
        return Arrays.stream(query.split("[&;]"))
                .map(ActionUrls::deedInParameter)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> deedInParameter(String parameter) {
        var equals = parameter.indexOf('=');
        var name = equals < 0 ? parameter : parameter.substring(0, equals);
        var value = equals < 0 ? "" : parameter.substring(equals + 1).replace('_', '-');
        if (SELECTORS.contains(name) && DEEDS.contains(value)) {
            return Optional.of(value);
        }
        if (ONE_TIME.matcher(name).matches()) {
            return Optional.of("one-time token");
        }
        return DEEDS_BY_NAME.contains(name) ? Optional.of(name) : Optional.empty();
    }
}
