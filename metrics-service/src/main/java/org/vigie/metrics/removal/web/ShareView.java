package org.vigie.metrics.removal.web;

import org.jspecify.annotations.Nullable;
import org.vigie.metrics.statistics.Share;

/**
 * A share with its parts.
 *
 * @param share from 0 to 1, absent if the denominator is 0
 * @param lower of the 95 % interval (Wilson)
 * @param upper of the 95 % interval (Wilson)
 */
record ShareView(
        long numerator,
        long denominator,
        @Nullable Double share,
        @Nullable Double lower,
        @Nullable Double upper) {

    static ShareView of(Share share) {
        var interval = share.interval();
        return new ShareView(
                share.part(),
                share.of(),
                share.value(),
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper());
    }
}
