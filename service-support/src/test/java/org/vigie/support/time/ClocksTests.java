package org.vigie.support.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClocksTests {

    private static final Instant ORIGIN = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void aFasterClockStartsAtItsOriginAndRunsByItsFactor() {
        var real = Clock.fixed(ORIGIN.plusSeconds(12), ZoneOffset.UTC);

        var clock = new RunningClock(real, ORIGIN, 600);

        assertThat(clock.instant()).isEqualTo(ORIGIN.plus(Duration.ofHours(2)));
        assertThat(clock.realTimeUntil(ORIGIN.plus(Duration.ofHours(3)))).isEqualTo(Duration.ofMillis(6001));
        assertThat(clock.realTimeUntil(ORIGIN)).isZero();
    }

    @Test
    void theSandboxClockStandsStillUntilMovedAndIsKept() {
        var file = directory.resolve("clock");
        var clock = new SandboxClock(file);

        clock.moveTo(ORIGIN);

        assertThat(clock.instant()).isEqualTo(ORIGIN);
        assertThat(new SandboxClock(file).instant()).isEqualTo(ORIGIN);
    }

    @Test
    void anotherOpenClockOfTheSameFileMovesAlong() {
        var file = directory.resolve("clock");
        var owner = new SandboxClock(file);
        var reader = new SandboxClock(file);

        owner.moveTo(ORIGIN);

        assertThat(reader.instant()).isEqualTo(ORIGIN);
    }

    @Test
    void theSandboxClockTellsOfAMoveAndNeverGoesBack() {
        var clock = new SandboxClock(directory.resolve("clock"));
        var told = new AtomicInteger();
        clock.onMove(told::incrementAndGet);

        clock.moveTo(ORIGIN);

        assertThat(told).hasValue(1);
        assertThatThrownBy(() -> clock.moveTo(ORIGIN.minusMillis(1))).isInstanceOf(IllegalArgumentException.class);
    }
}
