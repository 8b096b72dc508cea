package org.vigie.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MutableClockTests {

    private final MutableClock clock = MutableClock.at("2026-01-05T10:00:00Z");

    @Test
    void standsStillUntilMoved() {
        assertThat(clock.instant()).isEqualTo("2026-01-05T10:00:00Z");

        clock.advance(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo("2026-01-05T10:05:00Z");
    }

    @Test
    void movesTheSameClockReadInAnotherZone() {
        var elsewhere = clock.withZone(ZoneId.of("Europe/Paris"));

        clock.moveTo(Instant.parse("2026-06-01T00:00:00Z"));

        assertThat(elsewhere.instant()).isEqualTo("2026-06-01T00:00:00Z");
    }
}
