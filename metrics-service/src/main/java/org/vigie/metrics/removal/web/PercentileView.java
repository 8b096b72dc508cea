package org.vigie.metrics.removal.web;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.statistics.HourHistogram;
import org.vigie.metrics.statistics.SurvivalCurve;
import org.vigie.metrics.statistics.WholeHours;

/**
 * A percentile of removal times.
 *
 * @param reached false if fewer ended than it asks for
 * @param hours absent if not reached
 * @param days the same in days, rounded up, at least 1
 * @param lowerHours lower end of the 95 % interval, absent where there is none
 * @param upperHours upper end of the 95 % interval, absent where it is not reached or there is none
 */
record PercentileView(
        boolean reached,
        @Nullable Integer hours,
        @Nullable Integer days,
        @Nullable Integer lowerHours,
        @Nullable Integer upperHours) {

    /** By nearest rank over what was removed. */
    static PercentileView observed(HourHistogram removed, int percent) {
        return of(removed.percentile(percent), OptionalInt.empty(), OptionalInt.empty());
    }

    /** By Kaplan and Meier, with the log-log interval. */
    static PercentileView estimated(SurvivalCurve curve, int percent) {
        return of(curve.percentile(percent), curve.lowerPercentile(percent), curve.upperPercentile(percent));
    }

    private static PercentileView of(OptionalInt hours, OptionalInt lower, OptionalInt upper) {
        return hours.isEmpty()
                ? new PercentileView(false, null, null, number(lower), null)
                : new PercentileView(
                        true, hours.getAsInt(), WholeHours.days(hours.getAsInt()), number(lower), number(upper));
    }

    private static @Nullable Integer number(OptionalInt hours) {
        return hours.isEmpty() ? null : hours.getAsInt();
    }
}
