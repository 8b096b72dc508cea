package org.vigie.notice.notice.web;

import org.jspecify.annotations.Nullable;
import org.vigie.support.web.InvalidRequest;

/** Words that came with a request, checked. */
final class Given {

    private static final int LONGEST = 200;

    private Given() {}

    static String text(@Nullable String given, String pointer, String name) {
        if (given == null
                || given.isBlank()
                || given.length() > LONGEST
                || given.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidRequest(
                    pointer, "%s: 1 to %d characters without controls are expected.".formatted(name, LONGEST));
        }
        return given.strip();
    }
}
