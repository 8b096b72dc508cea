package org.vigie.metrics.publication;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.removal.RemovalIndicators;
import org.vigie.metrics.statistics.HourHistogram;

/**
 * What came back from whom a row is about.
 *
 * @param rate images answered in words that could be understood, of those whose answers are known, from 0 to 1; absent
 *     if it rests on too few
 * @param p50 hours from the first handover to the first such answer; absent where there are too few
 * @param complaintRate requests that were marked as spam, of those sent, from 0 to 1; absent if it rests on too few
 */
public record Acknowledged(
        @Nullable Double rate,
        @Nullable Integer p50,
        @Nullable Integer p90,
        @Nullable Double complaintRate) {

    /** Fewer answers than this say little of a percentile, as fewer removals do. */
    private static final int FEW = 10;

    /** Absent where no answers are known. */
    static @Nullable Acknowledged of(RemovalIndicators indicators) {
        var answers = indicators.cell().answers();
        if (answers.measured() == 0) {
            return null;
        }
        var hours = answers.acknowledged();
        return new Acknowledged(
                indicators.ackRate().value(),
                percentile(hours, 50),
                percentile(hours, 90),
                indicators.complaintRate().value());
    }

    private static @Nullable Integer percentile(HourHistogram hours, int percent) {
        var value = hours.total() < FEW ? OptionalInt.empty() : hours.percentile(percent);
        return value.isEmpty() ? null : value.getAsInt();
    }

    /** The same with these only; how long it took is told with how many it was. */
    Acknowledged only(boolean answers, boolean complaints) {
        return new Acknowledged(
                answers ? rate : null, answers ? p50 : null, answers ? p90 : null, complaints ? complaintRate : null);
    }
}
