package org.vigie.metrics.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The shares that ended by removal and by a move within so many hours, by Aalen and Johansen (1978): what moved can no
 * longer be removed, which censoring it would deny. Removed, moved and still there add up to 1.
 */
public record CumulativeIncidence(List<Step> steps) {

    private static final Step START = new Step(0, 0, 0, 1);

    public CumulativeIncidence {
        steps = List.copyOf(steps);
    }

    /** The shares after an hour at which something ended. */
    public record Step(int hour, double removed, double moved, double still) {}

    /** Estimates both shares; hours as in {@link SurvivalCurve#of}. */
    public static CumulativeIncidence of(HourHistogram removed, HourHistogram moved, HourHistogram censored) {
        var hours = new TreeSet<Integer>();
        hoursOf(removed, hours);
        hoursOf(moved, hours);
        var steps = new ArrayList<Step>(hours.size());
        var all = removed.total() + moved.total() + censored.total();
        var before = START;
        var removals = new Cursor(removed);
        var moves = new Cursor(moved);
        var leaving = new Cursor(censored);
        for (var hour : hours) {
            leaving.passBefore(hour);
            var atRisk = (double) (all - removals.passed - moves.passed - leaving.passed);
            var removedNow = removals.passAt(hour);
            var movedNow = moves.passAt(hour);
            before = new Step(
                    hour,
                    before.removed() + before.still() * removedNow / atRisk,
                    before.moved() + before.still() * movedNow / atRisk,
                    before.still() * (atRisk - removedNow - movedNow) / atRisk);
            steps.add(before);
        }
        return new CumulativeIncidence(steps);
    }

    /** The shares after so many hours. */
    public Step at(int hours) {
        var last = START;
        for (var step : steps) {
            if (step.hour() > hours) {
                break;
            }
            last = step;
        }
        return last;
    }

    private static void hoursOf(HourHistogram histogram, TreeSet<Integer> hours) {
        for (int i = 0; i < histogram.size(); i++) {
            hours.add(histogram.hour(i));
        }
    }

    private static final class Cursor {
        private final HourHistogram histogram;
        private int at;
        private long passed;

        Cursor(HourHistogram histogram) {
            this.histogram = histogram;
        }

        void passBefore(int hour) {
            for (; at < histogram.size() && histogram.hour(at) < hour; at++) {
                passed += histogram.count(at);
            }
        }

        long passAt(int hour) {
            passBefore(hour);
            var here = at < histogram.size() && histogram.hour(at) == hour ? histogram.count(at++) : 0;
            passed += here;
            return here;
        }
    }
}
