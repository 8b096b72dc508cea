package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the case waits for: a look or a chain made at or after the instant, or the copy of a provider; absent if none is
 * wanted.
 *
 * @param personSaw what the checker is to weigh beside its looks, absent if nobody looked
 */
public record Wants(
        @Nullable Instant checkAfter,
        @Nullable Instant chainAfter,
        @Nullable UUID provider,
        @Nullable PersonSaw personSaw) {

    public static final Wants NOTHING = new Wants(null, null, null, null);

    public Wants check(Instant after) {
        return new Wants(after, chainAfter, provider, personSaw);
    }

    public Wants chain(Instant after) {
        return new Wants(checkAfter, after, provider, personSaw);
    }

    public Wants copyOf(@Nullable UUID missing) {
        return new Wants(checkAfter, chainAfter, missing, personSaw);
    }

    /** A look that weighs what a person saw. */
    Wants weighing(PersonSaw saw) {
        return new Wants(saw.at(), chainAfter, provider, saw);
    }
}
