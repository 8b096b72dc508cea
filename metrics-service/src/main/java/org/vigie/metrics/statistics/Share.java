package org.vigie.metrics.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A part of a whole with its 95 % interval by Wilson's score (1927), which stays within 0 and 1 and is honest for few.
 *
 * @param of how many there are in all
 */
public record Share(long part, long of) {

    /** The 97.5 % point of the normal distribution. */
    static final double Z = 1.959963984540054;

    public Share {
        if (part < 0 || part > of) {
            throw new IllegalArgumentException("%d is no part of %d".formatted(part, of));
        }
    }

    /** From 0 to 1, absent if there are none. */
    public @Nullable Double value() {
        return of == 0 ? null : (double) part / of;
    }

    /** The interval, absent if there are none. */
    public @Nullable Interval interval() {
        if (of == 0) {
            return null;
        }
        var n = (double) of;
        var share = part / n;
        var z2 = Z * Z;
        var centre = (share + z2 / (2 * n)) / (1 + z2 / n);
        var half = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
        return new Interval(part == 0 ? 0 : centre - half, part == of ? 1 : centre + half);
    }
}
