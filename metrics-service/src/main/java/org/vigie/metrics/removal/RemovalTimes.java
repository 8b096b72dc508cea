package org.vigie.metrics.removal;

import java.util.OptionalInt;
import org.vigie.metrics.ledger.Timings;
import org.vigie.metrics.statistics.CumulativeIncidence;
import org.vigie.metrics.statistics.HourHistogram;
import org.vigie.metrics.statistics.SurvivalCurve;

/**
 * How long removals took by one clock, as of an hour.
 *
 * @param removed hours of each removal
 * @param moved hours of each move to another provider
 * @param openFor hours that each open one was watched
 * @param curve the share still there (Kaplan-Meier); what moved and what is open is censored
 * @param incidence the shares removed and moved (Aalen-Johansen)
 */
public record RemovalTimes(
        HourHistogram removed,
        HourHistogram moved,
        HourHistogram openFor,
        SurvivalCurve curve,
        CumulativeIncidence incidence) {

    /**
     * Estimates from counts.
     *
     * @param asOfHour hours since 1970 up to which open ones were watched
     */
    public static RemovalTimes of(Timings timings, int asOfHour) {
        var openFor = timings.openFor(asOfHour);
        var censored = new HourHistogram();
        censored.addAll(openFor);
        censored.addAll(timings.moved());
        return new RemovalTimes(
                timings.removed(),
                timings.moved(),
                openFor,
                SurvivalCurve.of(timings.removed(), censored),
                CumulativeIncidence.of(timings.removed(), timings.moved(), openFor));
    }

    /** How many targetings the estimates are made from. */
    public long n() {
        return removed.total() + moved.total() + openFor.total();
    }

    /** How many were removed within so many hours. */
    public long countWithin(int hours) {
        return removed.upTo(hours);
    }

    /** The share removed within so many hours, those still open taken into account; from 0 to 1. */
    public double shareWithin(int hours) {
        return incidence.at(hours).removed();
    }

    /** Hours the oldest open one was watched, empty if none is open. */
    public OptionalInt oldestOpen() {
        return openFor.size() == 0 ? OptionalInt.empty() : OptionalInt.of(openFor.hour(openFor.size() - 1));
    }

    /** Hours all of it was reachable after the clock started. */
    public long exposureHours() {
        return sum(removed) + sum(moved) + sum(openFor);
    }

    private static long sum(HourHistogram histogram) {
        long sum = 0;
        for (int i = 0; i < histogram.size(); i++) {
            sum += (long) histogram.hour(i) * histogram.count(i);
        }
        return sum;
    }
}
