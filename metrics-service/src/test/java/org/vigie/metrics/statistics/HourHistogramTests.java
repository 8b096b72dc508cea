package org.vigie.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourHistogramTests {

    @ParameterizedTest
    @CsvSource({"50, 2", "25, 1", "26, 2", "75, 3", "76, 4", "90, 4", "100, 4", "1, 1"})
    void takesTheNearestRank(int percent, int hour) {
        assertThat(HourHistogram.of(4, 2, 3, 1).percentile(percent)).hasValue(hour);
    }

    @Test
    void hasNoPercentileOfNothing() {
        assertThat(new HourHistogram().percentile(50)).isEmpty();
    }

    @Test
    void isTheSameInAnyOrderAndTakesBackWhatWasAdded() {
        var random = new Random(1);
        var hours = random.ints(1000, 1, 5000).toArray();
        var one = HourHistogram.of(hours);
        var other = new HourHistogram();

        random.ints(500, 1, 5000).boxed().toList().forEach(hour -> {
            other.add(hour, 3);
            other.add(hour, -3);
        });
        Arrays.stream(hours).sorted().forEach(hour -> other.add(hour, 1));

        assertThat(other).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(written(other)).isEqualTo(written(one));
    }

    @Test
    void readsBackWhatItWrote() {
        var hours = new Random(2).ints(1000, 1, 500_000).toArray();
        var histogram = HourHistogram.of(hours);

        assertThat(HourHistogram.read(new Unpacker(written(histogram)))).isEqualTo(histogram);
        assertThat(HourHistogram.read(new Unpacker(written(new HourHistogram()))))
                .isEqualTo(new HourHistogram());
    }

    @Test
    void addsAnotherAsIfEachOfItsHoursWereAdded() {
        var random = new Random(3);
        var one = random.ints(300, 1, 400).toArray();
        var other = random.ints(200, 1, 600).toArray();
        var sum = HourHistogram.of(one);

        sum.addAll(HourHistogram.of(other));
        sum.addAll(new HourHistogram());
        sum.add(7, 1);

        var expected = HourHistogram.of(
                IntStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray());
        expected.add(7, 1);
        assertThat(sum).isEqualTo(expected);
    }

    private static byte[] written(HourHistogram histogram) {
        var packer = new Packer();
        histogram.write(packer);
        return packer.toBytes();
    }

    @Test
    void refusesToTakeBackMoreThanWasAdded() {
        assertThatThrownBy(() -> HourHistogram.of(1).add(2, -1)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, 1, 1", "3600000, 1, 1", "3600001, 2, 1", "86400000, 24, 1", "86400001, 25, 2"})
    void roundsWhatEndedUp(long milliseconds, int hours, int days) {
        assertThat(WholeHours.ofEnded(milliseconds)).isEqualTo(hours);
        assertThat(WholeHours.days(hours)).isEqualTo(days);
    }
}
