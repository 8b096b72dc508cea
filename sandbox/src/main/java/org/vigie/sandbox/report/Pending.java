package org.vigie.sandbox.report;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the world has to do.
 *
 * @param idle nothing is due
 * @param nextDue when something will be, absent if nothing is left
 * @param begun how many things were ever handed in or answered: the same number twice means that nothing happened in
 *     between
 */
public record Pending(boolean idle, @Nullable Instant nextDue, long begun) {

    /** Of two, as one. */
    public Pending and(Pending other) {
        var next = Stream.of(Optional.ofNullable(nextDue), Optional.ofNullable(other.nextDue))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return new Pending(idle && other.idle, next.orElse(null), begun + other.begun);
    }
}
