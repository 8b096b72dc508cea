package org.vigie.metrics.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The share still there after so many hours, by Kaplan and Meier (1958): what is not gone yet counts for as long as it
 * was watched. At the same hour an end comes before a censoring.
 */
public record SurvivalCurve(List<Step> steps) {

    /** A share that differs from the asked one by less is the asked one. */
    private static final double TOLERANCE = 1.5e-8;

    public SurvivalCurve {
        steps = List.copyOf(steps);
    }

    /**
     * An hour at which something ended.
     *
     * @param atRisk how many were still there and watched just before
     * @param survival the share still there after it
     * @param greenwood sum of d / (n (n - d)) up to here; infinite once none is left
     */
    public record Step(int hour, long atRisk, long ended, double survival, double greenwood) {

        /** The log-log interval, absent where the share is 0: it says nothing there. */
        public @Nullable Interval interval() {
            if (survival <= 0) {
                return null;
            }
            var spread = Share.Z * Math.sqrt(greenwood) / Math.log(survival);
            return new Interval(Math.pow(survival, Math.exp(-spread)), Math.pow(survival, Math.exp(spread)));
        }
    }

    /**
     * Estimates the curve.
     *
     * @param ended hours after which something ended
     * @param censored hours up to which something else was watched without ending
     */
    public static SurvivalCurve of(HourHistogram ended, HourHistogram censored) {
        var steps = new ArrayList<Step>(ended.size());
        var atRisk = ended.total() + censored.total();
        var survival = 1.0;
        var greenwood = 0.0;
        var left = 0;
        for (int i = 0; i < ended.size(); i++) {
            for (; left < censored.size() && censored.hour(left) < ended.hour(i); left++) {
                atRisk -= censored.count(left);
            }
            var ends = ended.count(i);
            survival *= (double) (atRisk - ends) / atRisk;
            greenwood += ends / ((double) atRisk * (atRisk - ends));
            steps.add(new Step(ended.hour(i), atRisk, ends, survival, greenwood));
            atRisk -= ends;
        }
        return new SurvivalCurve(steps);
    }

    /** The share still there after so many hours. */
    public double at(int hours) {
        var survival = 1.0;
        for (var step : steps) {
            if (step.hour() > hours) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /** The smallest hour after which at least so many percent are gone; empty if that is not reached. */
    public OptionalInt percentile(int percent) {
        return firstAtMost(percent, Step::survival);
    }

    /** The lower end of the interval of {@link #percentile}; empty if it is not reached. */
    public OptionalInt lowerPercentile(int percent) {
        return firstAtMost(percent, step -> bound(step.interval(), true));
    }

    /** The upper end of the interval of {@link #percentile}; empty if it is not reached. */
    public OptionalInt upperPercentile(int percent) {
        return firstAtMost(percent, step -> bound(step.interval(), false));
    }

    private static double bound(@Nullable Interval interval, boolean lower) {
        if (interval == null) {
            return Double.NaN;
        }
        return lower ? interval.lower() : interval.upper();
    }

    private OptionalInt firstAtMost(int percent, ToDoubleFunction<Step> share) {
        var left = 1 - percent / 100.0 + TOLERANCE;
        return steps.stream()
                .filter(step -> share.applyAsDouble(step) <= left)
                .mapToInt(Step::hour)
                .findFirst();
    }
}
