package org.vigie.notice.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.notice.desk.Shift.Day;
import org.vigie.notice.desk.Shift.Delay;
import org.vigie.notice.removal.Milestones;

class ShiftTests {

    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static final Instant RECEIVED = Instant.parse("2026-01-05T10:00:00Z");

    /** Nearest rank (docs/indicators.md): the value at ceil(p/100 × n). */
    @Test
    void medianAndTailAreValuesThatOccurred() {
        var ten = Delay.of(IntStream.rangeClosed(1, 10).mapToObj(Duration::ofMinutes));

        assertThat(ten).isEqualTo(new Delay(10, Duration.ofMinutes(5), Duration.ofMinutes(9)));
    }

    @Test
    void onlyWhatIsOverIsMeasured() {
        var day = Day.of(DAY, List.of(one(null, null), one(60, null), one(60, 62)));

        assertThat(day.received()).isEqualTo(3);
        assertThat(day.toVerified()).isEqualTo(new Delay(2, Duration.ofMinutes(60), Duration.ofMinutes(60)));
        assertThat(day.toNotice()).isEqualTo(new Delay(1, Duration.ofMinutes(2), Duration.ofMinutes(2)));
        assertThat(Day.of(DAY, List.of(one(null, null))).toVerified()).isEqualTo(new Delay(0, null, null));
    }

    @Test
    void whatWasVerifiedBeforeItCameDidNotWait() {
        assertThat(Day.of(DAY, List.of(one(-600, 1))).toVerified().median()).isZero();
    }

    /** Minutes from when it was received. */
    private static Milestones one(@Nullable Integer verified, @Nullable Integer notified) {
        return new Milestones(UUID.randomUUID(), RECEIVED, after(verified), after(notified));
    }

    private static @Nullable Instant after(@Nullable Integer minutes) {
        return minutes == null ? null : RECEIVED.plus(Duration.ofMinutes(minutes));
    }
}
