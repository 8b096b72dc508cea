package org.vigie.standalone.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.support.work.WorkInProgress;

/**
 * What one glance at something that works showed.
 *
 * @param quiet it was idle, and nothing was begun while it was looked at
 * @param begun pieces of work ever begun
 * @param nextDue when it will have work, absent if it knows of none
 */
record Look(boolean quiet, long begun, @Nullable Instant nextDue) {

    static Look at(WorkInProgress work) {
        var before = work.begun();
        var idle = work.idle();
        var next = work.nextDue();
        var after = work.begun();
        return new Look(idle && before == after, after, next.orElse(null));
    }

    /** Of two, as one. */
    Look and(Look other) {
        return new Look(quiet && other.quiet, begun + other.begun, earlier(nextDue, other.nextDue));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return java.util.stream.Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
