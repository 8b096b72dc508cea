package org.vigie.availability.watch;

import java.util.Optional;
import java.util.UUID;
import org.vigie.url.ParseResult;
import org.vigie.url.WebUrl;

/**
 * A URL beside another one that cannot exist: the last part of the path is replaced by sixteen letters, the query
 * stays. A query is never varied: where a server does not look at it, the same content would answer, and a live URL
 * would look gone. The letters follow from the case and the check, so that one can be repeated.
 */
final class ControlUrl {

    private static final int LETTERS = 16;

    private ControlUrl() {}

    /** Empty if none can be made. */
    static Optional<WebUrl> of(WebUrl url, UUID caseId, int check) {
        var letters = letters(Mixed.of(caseId, check));
        return parse(otherPath(url.path(), letters) + query(url), url);
    }

    /** Another one beside the same URL, in the same check. */
    static Optional<WebUrl> another(WebUrl url, UUID caseId, int check) {
        return of(url, caseId, -1 - check);
    }

    /** A URL of the same name in a folder that cannot exist; empty if it lies in none. */
    static Optional<WebUrl> elsewhere(WebUrl url, UUID caseId, int check) {
        var path = url.path();
        var end = path.lastIndexOf('/', path.length() - 2);
        if (end <= 0) {
            return Optional.empty();
        }
        var folder = otherPath(path.substring(0, end), letters(Mixed.of(caseId, check)));
        return parse(folder + path.substring(end) + query(url), url);
    }

    /** A label that no name has, as little as the control exists. */
    static String label(UUID caseId, int check) {
        return letters(Mixed.of(caseId, check));
    }

    /** The root of the host. */
    static Optional<WebUrl> root(WebUrl url) {
        return parse("/", url);
    }

    private static String query(WebUrl url) {
        return url.query().map(text -> "?" + text).orElse("");
    }

    private static Optional<WebUrl> parse(String target, WebUrl base) {
        // A path may begin with two slashes, which as a reference would be a host.
        var reference = target.startsWith("//") ? "/." + target : target;
        return WebUrl.parse(reference, base) instanceof ParseResult.Parsed(var control)
                ? Optional.of(control)
                : Optional.empty();
    }

    private static String otherPath(String path, String letters) {
        var trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        var name = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        var dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot);
        var closing = trimmed.equals(path) ? "" : "/";
        return trimmed.substring(0, trimmed.lastIndexOf('/') + 1) + letters + extension + closing;
    }

    private static String letters(long seed) {
        var letters = new StringBuilder();
        long rest = seed;
        for (int i = 0; i < LETTERS; i++) {
            letters.append((char) ('a' + Long.remainderUnsigned(rest, 26)));
            rest = Mixed.mix(rest + i + 1);
        }
        return letters.toString();
    }
}
