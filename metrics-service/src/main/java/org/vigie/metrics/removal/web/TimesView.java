package org.vigie.metrics.removal.web;

import org.vigie.metrics.removal.RemovalTimes;
import org.vigie.metrics.statistics.HourHistogram;

/**
 * Removal times by one clock.
 *
 * @param n targetings the estimates are made from
 * @param observed the report's percentiles: nearest rank over what was removed
 * @param kaplanMeier with what is still open taken into account
 */
record TimesView(long n, long nRemoved, long nMoved, long nOpen, Percentiles observed, Percentiles kaplanMeier) {

    record Percentiles(PercentileView p50, PercentileView p90) {

        static Percentiles observed(HourHistogram hours) {
            return new Percentiles(PercentileView.observed(hours, 50), PercentileView.observed(hours, 90));
        }
    }

    static TimesView of(RemovalTimes times) {
        return new TimesView(
                times.n(),
                times.removed().total(),
                times.moved().total(),
                times.openFor().total(),
                Percentiles.observed(times.removed()),
                new Percentiles(
                        PercentileView.estimated(times.curve(), 50), PercentileView.estimated(times.curve(), 90)));
    }
}
