package org.vigie.bench.flow;

import java.util.Arrays;
import java.util.Locale;

/** Durations in seconds, sorted. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Times(double[] seconds) {

    Times {
        Arrays.sort(seconds);
    }

    /** The smallest that so many percent do not exceed; not a number if there is none. */
    double percentile(int percent) {
        return seconds.length == 0 ? Double.NaN : seconds[(int) Math.ceil(percent / 100.0 * seconds.length) - 1];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %.1f s, p99 %.1f s of %d", percentile(50), percentile(99), seconds.length);
    }
}
