package org.vigie.metrics.volume;

import org.jspecify.annotations.Nullable;
import org.vigie.metrics.statistics.Share;

/**
 * How long it took us and not the provider, and how often what was removed came back.
 *
 * @param receivedToVerified from the first report of a case to its first verified content
 * @param verifiedToHandover from there to the first notice
 * @param held ended holds, over the cases that had any
 * @param checkBlocked waiting for a look that could not be had, over the cases that had to
 * @param returnedWithin30Days of the cases first removed at least 30 days before, those whose URL was back by then
 * @param returnedWithin180Days likewise
 */
public record Delays(
        Spread receivedToVerified,
        Spread verifiedToHandover,
        Spread held,
        Spread checkBlocked,
        Share returnedWithin30Days,
        Share returnedWithin180Days) {

    /**
     * Percentiles by nearest rank, in hours rounded up.
     *
     * @param p50Hours absent if there are none
     */
    public record Spread(
            long n, @Nullable Integer p50Hours, @Nullable Integer p90Hours) {}
}
