package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the case waits for: a look or a chain made at or after the instant, or the copy of a provider; absent if none is
 * wanted.
 */
public record Wants(
        @Nullable Instant checkAfter,
        @Nullable Instant chainAfter,
        @Nullable UUID provider) {

    public static final Wants NOTHING = new Wants(null, null, null);

    Wants check(Instant after) {
        return new Wants(after, chainAfter, provider);
    }

    Wants chain(Instant after) {
        return new Wants(checkAfter, after, provider);
    }

    Wants copyOf(@Nullable UUID missing) {
        return new Wants(checkAfter, chainAfter, missing);
    }
}
