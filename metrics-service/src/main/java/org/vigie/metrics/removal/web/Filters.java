package org.vigie.metrics.removal.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.metrics.removal.Selection;

/**
 * The filters that every table takes, as query parameters.
 *
 * @param from first handover at or after, ISO-8601 UTC
 * @param to first handover before
 * @param as_of what happened later is left out
 * @param format {@code csv}, or absent
 */
record Filters(
        @Nullable Role role,
        @Nullable Role type,
        @Nullable Maturation stage,
        @Nullable Category category,
        @Nullable ContentKind kind,
        @Nullable String country,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant as_of,
        @Nullable String format) {

    Selection selection() {
        return selection(null);
    }

    Selection selection(@Nullable UUID provider) {
        return new Selection(
                provider,
                role,
                type,
                stage,
                category,
                kind,
                country == null ? null : country.toUpperCase(Locale.ROOT),
                from,
                to,
                as_of);
    }

    /** Whether CSV is wanted, by the parameter or by the header {@code Accept}. */
    boolean csv(@Nullable String accept) {
        return "csv".equals(format)
                || (accept != null
                        && Arrays.stream(accept.split(",", -1))
                                .findFirst()
                                .orElse("")
                                .strip()
                                .startsWith("text/csv"));
    }
}
