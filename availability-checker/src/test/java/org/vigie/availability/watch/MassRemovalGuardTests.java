package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.availability.watch.MassRemovalGuard.Check;

class MassRemovalGuardTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final UUID PROVIDER = new UUID(0, 1);

    private final MassRemovalGuard guard = new MassRemovalGuard();
    private int cases;

    @Test
    void goesOnWhenMoreThanAFifthTurnsBad() {
        for (int i = 0; i < 200; i++) {
            assertThat(guard.isOnAfter(check(i, false, false))).isFalse();
        }
        var on = 0;
        for (int i = 0; i < 60; i++) {
            on += guard.isOnAfter(check(i, true, false)) ? 1 : 0;
        }

        assertThat(on).isEqualTo(10);
    }

    @Test
    void goesOnWhenAProvidersHostsFailTogether() {
        var on = false;
        for (int i = 0; i < 20; i++) {
            assertThat(on).isFalse();
            on = guard.isOnAfter(check(i % 5, true, true));
        }

        assertThat(on).isTrue();
    }

    @Test
    void staysOffForOneBusyHost() {
        for (int i = 0; i < 40; i++) {
            assertThat(guard.isOnAfter(check(1, true, true))).isFalse();
        }
    }

    @Test
    void letsGoAfterSixHoursOrWhenTold() {
        for (int i = 0; i < 20; i++) {
            guard.isOnAfter(check(i % 5, true, true));
        }

        assertThat(guard.isOnAfter(at(Duration.ofHours(5)))).isTrue();
        assertThat(guard.isOnAfter(at(Duration.ofHours(6)))).isFalse();
        for (int i = 0; i < 20; i++) {
            guard.isOnAfter(check(Duration.ofHours(7), i, "host" + i % 5, true, true));
        }
        guard.release();
        assertThat(guard.isOnAfter(at(Duration.ofHours(7)))).isFalse();
    }

    @Test
    void countsEveryUrlOfAProviderAsItWasSeenLast() {
        for (int i = 0; i < 100; i++) {
            assertThat(guard.isOnAfter(check(Duration.ofMinutes(i), i, "host" + i, false, false)))
                    .isFalse();
        }
        var on = 0;
        for (int i = 0; i < 100; i++) {
            on += guard.isOnAfter(check(Duration.ofMinutes(100 + 12L * i), i, "host" + i, true, true)) ? 1 : 0;
        }

        assertThat(on)
                .as("from the 61st on, though they turn bad over twenty hours")
                .isEqualTo(40);
    }

    private Check check(int host, boolean turnedBad, boolean aboutTheHost) {
        return check(Duration.ZERO, cases++, "host" + host, turnedBad, aboutTheHost);
    }

    private static Check check(Duration later, int number, String host, boolean turnedBad, boolean aboutTheHost) {
        return new Check(NOW.plus(later), new UUID(1, number), PROVIDER, host, turnedBad, turnedBad, aboutTheHost);
    }

    private static Check at(Duration later) {
        return check(later, -1, "host0", false, false);
    }
}
