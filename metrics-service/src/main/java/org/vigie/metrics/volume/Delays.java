package org.vigie.metrics.volume;

import org.jspecify.annotations.Nullable;

/**
 * How long cases waited for us and not for the provider.
 *
 * @param receivedToVerified from the first report of a case to its first verified content
 * @param verifiedToHandover from there to the first notice to anybody
 * @param held ended holds, over the cases that had any
 * @param checkBlocked waiting for a look that could not be had, over the cases that had to
 */
public record Delays(Spread receivedToVerified, Spread verifiedToHandover, Spread held, Spread checkBlocked) {

    /**
     * Percentiles by nearest rank, in hours rounded up.
     *
     * @param p50Hours absent if there are none
     */
    public record Spread(
            long n, @Nullable Integer p50Hours, @Nullable Integer p90Hours) {}
}
