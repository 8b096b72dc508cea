package org.vigie.availability.watch;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed removal. It happened between the last check that found the content and the first that did not.
 *
 * @param lastUpAt absent if it was never seen
 * @param reappearedAt absent while it stays away
 */
public record Removal(
        @Nullable Instant lastUpAt,
        Instant firstDownAt,
        Instant confirmedAt,
        RemovalRule rule,
        @Nullable Instant reappearedAt,
        Evidence evidence) {

    public Removal {
        // Absent from what was stored before evidence was kept.
        evidence = Objects.requireNonNullElse(evidence, Evidence.NONE);
    }

    Removal endedAt(Instant at) {
        return new Removal(lastUpAt, firstDownAt, confirmedAt, rule, at, evidence);
    }

    Removal shownBy(Evidence shown) {
        return new Removal(lastUpAt, firstDownAt, confirmedAt, rule, reappearedAt, shown);
    }
}
