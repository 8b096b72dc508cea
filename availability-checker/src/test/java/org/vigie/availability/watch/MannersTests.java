package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.availability.watch.Manners.Enter;
import org.vigie.availability.watch.Manners.Wait;

class MannersTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final String HOST = "example.test";
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private final Manners manners = new Manners();

    @BeforeEach
    void threeAreExpected() {
        manners.expect(HOST, A, NOW);
        manners.expect(HOST, B, NOW);
        manners.expect(HOST, C, NOW);
    }

    @Test
    void letsOneInAtATimeInTheOrderOfTheirIds() {
        assertThat(manners.enter(HOST, C, NOW)).isEqualTo(new Wait(seconds(4)));
        assertThat(manners.enter(HOST, B, NOW)).isEqualTo(new Wait(seconds(2)));
        assertThat(manners.enter(HOST, A, NOW)).isEqualTo(new Enter());
    }

    @Test
    void givesTheSameTurnsAfterTheFirstHasLeft() {
        manners.enter(HOST, A, NOW);
        manners.leave(HOST, NOW, Duration.ZERO, Signal.REACHABLE, null);

        assertThat(manners.enter(HOST, B, NOW)).isEqualTo(new Wait(seconds(2)));
        assertThat(manners.enter(HOST, C, NOW)).isEqualTo(new Wait(seconds(4)));
        assertThat(manners.enter(HOST, B, seconds(2))).isEqualTo(new Enter());
    }

    @Test
    void doesNotHoldOneHostsTroublesAgainstAnother() {
        manners.enter(HOST, A, NOW);

        assertThat(manners.enter("other.test", B, NOW)).isEqualTo(new Enter());
    }

    @Test
    void pausesFiveTimesAsLongAsALookTookWithinBounds() {
        assertThat(pauseAfter(Duration.ofMillis(10), Signal.REACHABLE, null)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pauseAfter(Duration.ofSeconds(3), Signal.REACHABLE, null)).isEqualTo(Duration.ofSeconds(15));
        assertThat(pauseAfter(Duration.ofSeconds(30), Signal.REACHABLE, null)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void doesAsItIsAskedWhenTurnedAwayAndElseBacksOffLongerEachTime() {
        assertThat(pauseAfter(Duration.ZERO, Signal.BLOCKED, Duration.ofHours(2)))
                .isEqualTo(Duration.ofHours(2));
        assertThat(pauseAfter(Duration.ZERO, Signal.BLOCKED, null)).isEqualTo(Duration.ofMinutes(2));
        assertThat(pauseAfter(Duration.ZERO, Signal.BLOCKED, null)).isEqualTo(Duration.ofMinutes(4));
        for (int i = 0; i < 30; i++) {
            pauseAfter(Duration.ZERO, Signal.BLOCKED, null);
        }
        assertThat(pauseAfter(Duration.ZERO, Signal.BLOCKED, null)).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void leavesAHostAloneThatFailedFiveTimes() {
        for (int i = 0; i < 4; i++) {
            assertThat(pauseAfter(Duration.ZERO, Signal.INFRA_DOWN, null)).isEqualTo(Duration.ofSeconds(2));
        }
        assertThat(pauseAfter(Duration.ZERO, Signal.INFRA_DOWN, null)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pauseAfter(Duration.ZERO, Signal.INFRA_DOWN, null)).isEqualTo(Duration.ofMinutes(2));
        assertThat(pauseAfter(Duration.ZERO, Signal.REACHABLE, null)).isEqualTo(Duration.ofSeconds(2));
    }

    private Duration pauseAfter(Duration took, Signal signal, @Nullable Duration retryAfter) {
        manners.leave(HOST, NOW, took, signal, retryAfter);
        manners.forget(A);
        manners.forget(B);
        var wait = (Wait) manners.enter(HOST, C, NOW);
        return Duration.between(NOW, wait.until());
    }

    private static Instant seconds(int seconds) {
        return NOW.plusSeconds(seconds);
    }
}
