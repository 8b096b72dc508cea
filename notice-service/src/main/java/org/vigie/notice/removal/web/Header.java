package org.vigie.notice.removal.web;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.removal.Signed;
import org.vigie.support.web.InvalidRequest;

/** What decisions carry beside their body, checked. */
final class Header {

    private static final int LONGEST = 200;
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"([0-9]{1,18})\"");

    private Header() {}

    static Signed signed(@Nullable String operator, @Nullable String reason, Instant at) {
        return new Signed(operator(operator), text(reason, "/reason"), at);
    }

    static String operator(@Nullable String name) {
        return inHeader(name, "Vigie-Operator");
    }

    static String key(@Nullable String key) {
        return inHeader(key, "Idempotency-Key");
    }

    /** The version that {@code If-Match} names, absent without the header. */
    static @Nullable Long version(@Nullable String match) {
        if (match == null || match.equals("*")) {
            return null;
        }
        var found = VERSION.matcher(match);
        if (!found.matches()) {
            throw new InvalidRequest("", "Header If-Match: the ETag of a case is expected.");
        }
        return Long.valueOf(found.group(1));
    }

    static String text(@Nullable String given, String pointer) {
        if (given == null || given.isBlank()) {
            throw new InvalidRequest(pointer, "A value is required.");
        }
        if (!isPlain(given)) {
            throw new InvalidRequest(
                    pointer, "At most %d characters without controls are expected.".formatted(LONGEST));
        }
        return given;
    }

    static <T> T required(@Nullable T given, String pointer) {
        if (given == null) {
            throw new InvalidRequest(pointer, "A value is required.");
        }
        return given;
    }

    private static String inHeader(@Nullable String given, String name) {
        if (given == null || given.isBlank() || !isPlain(given)) {
            throw new InvalidRequest(
                    "", "Header %s: 1 to %d characters without controls are expected.".formatted(name, LONGEST));
        }
        return given.strip();
    }

    private static boolean isPlain(String text) {
        return text.length() <= LONGEST && text.codePoints().noneMatch(Character::isISOControl);
    }
}
