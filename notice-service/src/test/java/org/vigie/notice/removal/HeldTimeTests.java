package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeldTimeTests {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void holdsThatOverlapCountOnce() {
        var held = TimeOnHold.NONE.begun(AT).begun(hours(1)).over(hours(3));

        assertThat(held.after(Instant.MIN)).isEqualTo(Duration.ofHours(3));
        assertThat(held.over(hours(9))).isEqualTo(held);
    }

    @Test
    void onlyWhatLiesAfterTheHandOverIsTakenOff() {
        var held = TimeOnHold.NONE.begun(AT).over(hours(3)).begun(hours(5));

        assertThat(held.after(hours(2))).isEqualTo(Duration.ofHours(1));
        assertThat(held.between(hours(2), hours(7))).isEqualTo(Duration.ofHours(3));
        assertThat(held.between(hours(3), hours(5))).isZero();
    }

    private static Instant hours(int hours) {
        return AT.plus(Duration.ofHours(hours));
    }
}
