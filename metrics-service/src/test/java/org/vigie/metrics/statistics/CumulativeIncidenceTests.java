package org.vigie.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Competing outcomes against published answers. */
class CumulativeIncidenceTests {

    private static final double EXACT = 1e-10;

    private final HourHistogram removed = HourHistogram.of(1, 3, 5, 6);
    private final HourHistogram moved = HourHistogram.of(2, 4, 7);
    private final HourHistogram censored = HourHistogram.of(2, 5, 8);
    private final CumulativeIncidence incidence = CumulativeIncidence.of(removed, moved, censored);

    @Test
    void agreesOnTenWithTwoOutcomes() {
        assertThat(hours().mapToDouble(hour -> incidence.at(hour).removed()))
                .usingComparatorForType(CumulativeIncidenceTests::close, Double.class)
                .containsExactly(.1, .1, .2142857143, .2142857143, .3285714286, .4809523810, .4809523810, .4809523810);
        assertThat(hours().mapToDouble(hour -> incidence.at(hour).moved()))
                .usingComparatorForType(CumulativeIncidenceTests::close, Double.class)
                .containsExactly(0.0, .1, .1, .2142857143, .2142857143, .2142857143, .3666666667, .3666666667);
        assertThat(incidence.at(8).still()).isCloseTo(.1523809524, within(EXACT));
    }

    @Test
    void censoringTheMovesWouldOverstateRemovals() {
        var movesCensored = new HourHistogram();
        movesCensored.addAll(moved);
        movesCensored.addAll(censored);
        var curve = SurvivalCurve.of(removed, movesCensored);

        assertThat(DoubleStream.of(1 - curve.at(1), 1 - curve.at(3), 1 - curve.at(5), 1 - curve.at(6)))
                .usingComparatorForType(CumulativeIncidenceTests::close, Double.class)
                .containsExactly(.1, .2285714286, .3828571429, .5885714286);
    }

    @Test
    void agreesOnTheDomainsVector() {
        var removals = HourHistogram.of(2, 5, 9, 24, 24, 72, 168);
        var moves = HourHistogram.of(20, 100);
        var open = HourHistogram.of(5, 30, 400);
        var gone = new HourHistogram();
        gone.addAll(moves);
        gone.addAll(open);
        var curve = SurvivalCurve.of(removals, gone);
        var shares = CumulativeIncidence.of(removals, moves, open).at(168);

        assertThat(IntStream.of(2, 5, 9, 24, 72, 168).mapToDouble(curve::at))
                .usingComparatorForType(CumulativeIncidenceTests::close, Double.class)
                .containsExactly(
                        .916666666667, .833333333333, .740740740741, .529100529101, .396825396825, .198412698413);
        assertThat(curve.percentile(50)).hasValue(72);
        assertThat(curve.lowerPercentile(50)).hasValue(5);
        assertThat(curve.upperPercentile(50)).isEmpty();
        assertThat(curve.percentile(90)).isEmpty();
        assertThat(shares.removed()).isCloseTo(.6759259259259, within(EXACT));
        assertThat(shares.moved()).isCloseTo(.2083333333333, within(EXACT));
        assertThat(shares.still()).isCloseTo(.115740740741, within(EXACT));
    }

    @Test
    void sharesAddUp() {
        assertThat(incidence.steps())
                .allSatisfy(step ->
                        assertThat(step.removed() + step.moved() + step.still()).isCloseTo(1, within(EXACT)));
    }

    private static IntStream hours() {
        return IntStream.rangeClosed(1, 8);
    }

    private static int close(double one, double other) {
        return Math.abs(one - other) < EXACT ? 0 : Double.compare(one, other);
    }
}
