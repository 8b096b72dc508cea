package org.vigie.support.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a parameter wants, in words; the value that was sent is never repeated. */
final class WantedValue {

    private WantedValue() {}

    /** @param type what the value was to be read as, absent if that is not known */
    static String of(String name, @Nullable Class<?> type) {
        return name + ": " + words(type);
    }

    private static String words(@Nullable Class<?> type) {
        if (type == null) {
            return "Not a valid value.";
        }
        if (type.isEnum()) {
            return "Must be one of " + UnreadableBody.constants(type) + ".";
        }
        if (type == UUID.class) {
            return "Must be an id such as 0f8fad5b-d9cb-469f-a165-70867728950e.";
        }
        if (type == Instant.class) {
            return "Must be a time such as 2026-01-05T10:00:00Z.";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "Must be true or false.";
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive()
                ? "Must be a whole number in its range."
                : "Not a valid value.";
    }
}
