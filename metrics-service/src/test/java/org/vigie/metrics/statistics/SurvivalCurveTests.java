package org.vigie.metrics.statistics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The curve against what R's package survival (3.5-3) says of published data. */
class SurvivalCurveTests {

    private static final double EXACT = 1e-10;

    private final Observations maintained = Observations.parse("9 13 13+ 18 23 28+ 31 34 45+ 48 161+");
    private final Observations nonmaintained = Observations.parse("5 5 8 8 12 16+ 23 27 30 33 43 45");

    @Test
    void agreesOnMaintainedAml() {
        assertThat(steps(maintained.curve()))
                .usingRecursiveComparison()
                .withComparatorForType(SurvivalCurveTests::close, Double.class)
                .isEqualTo(List.of(
                        List.of(9.0, 11.0, 0.90909090909, 0.08667841720, 0.508080205770, 0.9866738227),
                        List.of(13.0, 10.0, 0.81818181818, 0.11629129983, 0.447428614682, 0.9511622286),
                        List.of(18.0, 8.0, 0.71590909091, 0.13966497056, 0.350190385908, 0.8990239742),
                        List.of(23.0, 7.0, 0.61363636364, 0.15263233103, 0.265752040001, 0.8352992433),
                        List.of(31.0, 5.0, 0.49090909091, 0.16419326722, 0.167330909777, 0.7533997904),
                        List.of(34.0, 4.0, 0.36818181818, 0.16266888583, 0.092829574937, 0.6570408324),
                        List.of(48.0, 2.0, 0.18409090909, 0.15349274579, 0.011738480123, 0.5250148427)));
        assertThat(percentiles(maintained.curve())).containsExactly(13, 18, 31, 48, null);
        assertThat(maintained.curve().lowerPercentile(50)).hasValue(13);
        assertThat(maintained.curve().upperPercentile(50)).isEmpty();
    }

    @Test
    void agreesOnNonmaintainedAml() {
        var curve = nonmaintained.curve();

        assertThat(steps(curve).subList(0, 9))
                .usingRecursiveComparison()
                .withComparatorForType(SurvivalCurveTests::close, Double.class)
                .isEqualTo(List.of(
                        List.of(5.0, 12.0, 0.83333333333, 0.10758287073, 0.481714942195, 0.9555093657),
                        List.of(8.0, 10.0, 0.66666666667, 0.13608276349, 0.337018932541, 0.8597117991),
                        List.of(12.0, 8.0, 0.58333333333, 0.14231876064, 0.270138924085, 0.8009401923),
                        List.of(23.0, 6.0, 0.48611111111, 0.14813006255, 0.191876619619, 0.7296715698),
                        List.of(27.0, 5.0, 0.38888888889, 0.14698618395, 0.126272012195, 0.6498174083),
                        List.of(30.0, 4.0, 0.29166666667, 0.13871516913, 0.072401608908, 0.5608860527),
                        List.of(33.0, 3.0, 0.19444444444, 0.12187450538, 0.031198642931, 0.4614294762),
                        List.of(43.0, 2.0, 0.09722222222, 0.09186636497, 0.005746305696, 0.3489038611),
                        List.of(45.0, 1.0, 0.0, Double.NaN, Double.NaN, Double.NaN)));
        assertThat(percentiles(curve)).containsExactly(5, 8, 23, 33, 43);
        assertThat(curve.lowerPercentile(50)).hasValue(5);
        assertThat(curve.upperPercentile(50)).hasValue(33);
    }

    @Test
    void agreesOnFreireichsTrial() {
        var treated = Observations.parse("6+ 6 6 6 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+")
                .curve();
        var controls = Observations.parse("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

        assertThat(treated.at(6)).isCloseTo(0.8571428571, within(EXACT));
        assertThat(treated.at(7)).isCloseTo(0.8067226891, within(EXACT));
        assertThat(treated.at(10)).isCloseTo(0.7529411765, within(EXACT));
        assertThat(treated.at(13)).isCloseTo(0.6901960784, within(EXACT));
        assertThat(treated.at(16)).isCloseTo(0.6274509804, within(EXACT));
        assertThat(treated.at(22)).isCloseTo(0.5378151261, within(EXACT));
        assertThat(treated.at(23)).isCloseTo(0.4481792717, within(EXACT));
        assertThat(standardError(treated.steps().getLast())).isCloseTo(0.13459145676, within(EXACT));
        assertThat(treated.percentile(50)).hasValue(23);
        assertThat(treated.percentile(90)).isEmpty();
        assertThat(treated.lowerPercentile(50)).hasValue(13);
        assertThat(treated.upperPercentile(50)).isEmpty();
        assertThat(controls.curve().percentile(50)).hasValue(8);
        assertThat(controls.curve().percentile(90)).hasValue(17);
        assertThat(Observations.parse("1 2 3 4").curve().percentile(50)).hasValue(2);
    }

    @Test
    void agreesOnTwoThousandGeneratedOnes() {
        var bulk = Observations.generated();

        assertThat(bulk.ended().total()).isEqualTo(1866);
        assertThat(bulk.censored().total()).isEqualTo(134);
        assertThat(sum(bulk.ended()) + sum(bulk.censored())).isEqualTo(354_315);
        var curve = bulk.curve();
        assertThat(Arrays.asList(25, 50, 75, 90, 95).stream()
                        .map(p -> List.of(
                                curve.percentile(p).orElseThrow(),
                                curve.lowerPercentile(p).orElseThrow(),
                                curve.upperPercentile(p).orElseThrow())))
                .containsExactly(
                        List.of(13, 12, 14),
                        List.of(27, 24, 38),
                        List.of(146, 139, 153),
                        List.of(515, 470, 583),
                        List.of(713, 670, 2230));
        assertAt(curve, 24, 0.5050466629815, 0.4828820000264, 0.5267692924509);
        assertAt(curve, 48, 0.4632183392722, 0.4411723230430, 0.4849548233970);
        assertAt(curve, 168, 0.2022426240642, 0.1847421505375, 0.2203295953679);
        assertAt(curve, 720, 0.0469086831188, 0.0376919792916, 0.0575331397931);
        assertAt(curve, 2160, 0.0406978621139, 0.0317851050237, 0.0511947879193);
        // Leaving out what is open gives another answer.
        assertThat(bulk.ended().percentile(50)).hasValue(23);
        assertThat(bulk.ended().percentile(90)).hasValue(353);
        // Taking what is open for what never ends gives another answer again.
        var never = new HourHistogram();
        never.addAll(bulk.ended());
        never.add(1_000_000, (int) bulk.censored().total());
        assertThat(never.percentile(50)).hasValue(28);
        assertThat(never.percentile(90)).hasValue(594);
    }

    private static long sum(HourHistogram hours) {
        return IntStream.range(0, hours.size())
                .mapToLong(i -> (long) hours.hour(i) * hours.count(i))
                .sum();
    }

    /** R's answers for data/survival-bulk.csv, which lies beside the vectors. */
    @Test
    void agreesOnTheBulkFileAndItsThreeGroups() throws IOException {
        var file = Path.of(System.getProperty("vectors", "absent")).resolveSibling("data/survival-bulk.csv");
        assumeTrue(Files.exists(file), "survival-bulk.csv is not here");
        var ended = new HourHistogram[] {new HourHistogram(), new HourHistogram(), new HourHistogram()};
        var censored = new HourHistogram[] {new HourHistogram(), new HourHistogram(), new HourHistogram()};
        for (var line : Files.readAllLines(file).stream().skip(1).toList()) {
            var fields = line.split(",", -1);
            var group = Integer.parseInt(fields[2]);
            (fields[1].equals("1") ? ended : censored)[group].add(Integer.parseInt(fields[0]), 1);
        }
        var medians = new int[] {26, 24, 35};
        var nineties = new int[] {550, 451, 591};
        var allEnded = new HourHistogram();
        var allCensored = new HourHistogram();
        for (int group = 0; group < 3; group++) {
            var curve = SurvivalCurve.of(ended[group], censored[group]);
            assertThat(curve.percentile(50)).hasValue(medians[group]);
            assertThat(curve.percentile(90)).hasValue(nineties[group]);
            allEnded.addAll(ended[group]);
            allCensored.addAll(censored[group]);
        }
        assertThat(allEnded).isEqualTo(Observations.generated().ended());
        assertThat(allCensored).isEqualTo(Observations.generated().censored());
    }

    @Test
    void isNeverBelowWhatWasObserved() {
        var random = new Random(20210608);
        for (int round = 0; round < 200; round++) {
            var ended = new HourHistogram();
            var censored = new HourHistogram();
            for (int i = 0; i < 40; i++) {
                (random.nextInt(4) == 0 ? censored : ended).add(1 + random.nextInt(60), 1);
            }
            var observed = ended.percentile(50).orElse(0);

            assertThat(SurvivalCurve.of(ended, censored).percentile(50).orElse(Integer.MAX_VALUE))
                    .isGreaterThanOrEqualTo(observed);
        }
    }

    private static void assertAt(SurvivalCurve curve, int hour, double share, double lower, double upper) {
        var step = curve.steps().stream()
                .filter(candidate -> candidate.hour() <= hour)
                .reduce((_, later) -> later)
                .orElseThrow();
        assertThat(step.survival()).isCloseTo(share, within(EXACT));
        var interval = requireNonNull(step.interval());
        assertThat(interval.lower()).isCloseTo(lower, within(EXACT));
        assertThat(interval.upper()).isCloseTo(upper, within(EXACT));
    }

    private static List<List<Double>> steps(SurvivalCurve curve) {
        return curve.steps().stream()
                .map(step -> {
                    var interval = step.interval();
                    return List.of(
                            (double) step.hour(),
                            (double) step.atRisk(),
                            step.survival(),
                            standardError(step),
                            interval == null ? Double.NaN : interval.lower(),
                            interval == null ? Double.NaN : interval.upper());
                })
                .toList();
    }

    /** Greenwood's; not a number where the share is 0. */
    private static double standardError(SurvivalCurve.Step step) {
        return step.survival() * Math.sqrt(step.greenwood());
    }

    private static List<@Nullable Integer> percentiles(SurvivalCurve curve) {
        var hours = new ArrayList<@Nullable Integer>();
        for (var percent : new int[] {10, 25, 50, 75, 90}) {
            hours.add(orNull(curve.percentile(percent)));
        }
        return hours;
    }

    private static @Nullable Integer orNull(OptionalInt hours) {
        return hours.isEmpty() ? null : Integer.valueOf(hours.getAsInt());
    }

    private static int close(double one, double other) {
        return (Double.isNaN(one) && Double.isNaN(other)) || Math.abs(one - other) < EXACT
                ? 0
                : Double.compare(one, other);
    }
}
