package org.vigie.metrics.publication;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.removal.RemovalIndicators;
import org.vigie.metrics.statistics.Share;
import org.vigie.metrics.statistics.WholeHours;
import org.vigie.metrics.volume.CaseFigures;

/**
 * One row's numbers as they may be shown. A count that is absent is too small to be shown, or would give away one that
 * is. Targeted = removed + open + moved; what was voided (withdrawn, or gone before the notice) is in none of them.
 *
 * @param moved no longer with the provider, and up elsewhere as far as is known; absent in publications frozen before
 *     it was shown
 * @param observedP50 the report's: over what was removed
 * @param estimatedP50 Kaplan-Meier: what is still open taken into account
 * @param recidivism from 0 to 1, absent if it rests on too few
 * @param beside absent in publications frozen before it was measured
 */
public record Figure(
        @Nullable Long targeted,
        @Nullable Long removed,
        @Nullable Long open,
        @Nullable Long moved,
        Percentile observedP50,
        Percentile observedP90,
        Percentile estimatedP50,
        Percentile estimatedP90,
        @Nullable Double recidivism,
        @Nullable Double recidivismLower,
        @Nullable Double recidivismUpper,
        @Nullable Beside beside) {

    /** Days, or why there are none. */
    public record Percentile(Shown shown, @Nullable Integer days) {

        private static Percentile of(OptionalInt hours, boolean few) {
            if (few) {
                return new Percentile(Shown.HIDDEN, null);
            }
            return hours.isEmpty()
                    ? new Percentile(Shown.NOT_REACHED, null)
                    : new Percentile(Shown.DAYS, WholeHours.days(hours.getAsInt()));
        }
    }

    /** Whether a percentile is shown. */
    public enum Shown {
        DAYS,
        NOT_REACHED,
        /** There are too few for it to say much. */
        HIDDEN
    }

    /** With every count; {@link CellSuppression} hides those that may not be shown. */
    static Figure of(RemovalIndicators indicators, CaseFigures cases) {
        var report = indicators.report();
        var few = indicators.few();
        var recidivism = indicators.recidivismA();
        var interval = recidivism.interval();
        return new Figure(
                indicators.cell().targeted(),
                report.removed().total(),
                report.openFor().total(),
                report.moved().total(),
                Percentile.of(report.removed().percentile(50), few),
                Percentile.of(report.removed().percentile(90), few),
                Percentile.of(report.curve().percentile(50), few),
                Percentile.of(report.curve().percentile(90), few),
                recidivism.value(),
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper(),
                Beside.of(indicators, cases));
    }

    /**
     * What is counted behind the shares of a row: recidivism, what was back within 30 and 180 days, what was answered,
     * and what was complained about.
     */
    static List<Share> shares(RemovalIndicators indicators, CaseFigures cases) {
        var returned = cases.reappearance();
        return Stream.concat(
                        Stream.of(indicators.recidivismA(), returned.within30Days(), returned.within180Days()),
                        Acknowledged.shares(indicators).stream())
                .toList();
    }

    /**
     * The same with these counts.
     *
     * @param repeats whether recidivism is shown, whose interval tells what it is a share of
     */
    Figure withCounts(
            @Nullable Long targeted,
            @Nullable Long removed,
            @Nullable Long open,
            @Nullable Long moved,
            boolean repeats,
            @Nullable Beside beside) {
        return new Figure(
                targeted,
                removed,
                open,
                moved,
                observedP50,
                observedP90,
                estimatedP50,
                estimatedP90,
                repeats ? recidivism : null,
                repeats ? recidivismLower : null,
                repeats ? recidivismUpper : null,
                beside);
    }
}
