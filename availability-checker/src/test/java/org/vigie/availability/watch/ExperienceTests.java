package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.availability.watch.Hazards.Life;

/** What is learned from the store, and when. */
class ExperienceTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final UUID QUICK = new UUID(0, 1);
    private static final UUID SLOW = new UUID(0, 2);
    private static final Duration AGE = Duration.ofHours(12);

    private final MemoryWatches watches = new MemoryWatches();

    @Test
    void knowsNothingBeforeItHasSeenEnough() {
        removals(99, QUICK, Duration.ofHours(10));

        assertThat(new Experience(watches).at(NOW).perHour(QUICK, AGE)).isZero();
    }

    @Test
    void learnsWhoRemovesQuicklyAndKnowsItAgainAfterARestart() {
        removals(300, QUICK, Duration.ofHours(10));
        removals(300, SLOW, Duration.ofHours(200));

        var before = new Experience(watches).at(NOW);
        var after = new Experience(watches).at(NOW);

        assertThat(before.perHour(QUICK, AGE)).isGreaterThan(4 * before.perHour(SLOW, AGE));
        assertThat(before.perHour(null, AGE)).isBetween(before.perHour(SLOW, AGE), before.perHour(QUICK, AGE));
        assertThat(after.perHour(QUICK, AGE)).isEqualTo(before.perHour(QUICK, AGE));
        assertThat(after.perHour(SLOW, AGE)).isEqualTo(before.perHour(SLOW, AGE));
    }

    @Test
    void drawsAProviderWithFewRemovalsTowardsAll() {
        removals(300, SLOW, Duration.ofHours(200));
        removals(1, QUICK, Duration.ofHours(10));
        var hazards = new Experience(watches).at(NOW);

        assertThat(hazards.perHour(QUICK, AGE))
                .as("one removal in two hours of this age would be 0.5 by itself")
                .isBetween(hazards.perHour(null, AGE), 0.02);
    }

    @Test
    void learnsAgainAfterSixHoursAndWhenTheClockWentBack() {
        var experience = new Experience(watches);
        assertThat(experience.at(NOW).perHour(QUICK, AGE)).isZero();
        removals(300, QUICK, Duration.ofHours(10));

        assertThat(experience.at(NOW.plus(Duration.ofHours(5))).perHour(QUICK, AGE))
                .isZero();
        assertThat(experience.at(NOW.plus(Duration.ofHours(6))).perHour(QUICK, AGE))
                .isPositive();
        assertThat(experience.at(NOW.minus(Duration.ofDays(1))).perHour(QUICK, AGE))
                .isPositive();
    }

    @Test
    void countsOneLifeForEveryTimeItWasUpAndNoneOfWhatWasNeverSeen() {
        var started = NOW;
        var removal = new Removal(hours(10), hours(12), hours(20), RemovalRule.GONE_404, hours(100), Evidence.NONE);
        var neverSeen = new Removal(null, hours(0), hours(8), RemovalRule.GONE_404, null, Evidence.NONE);

        assertThat(Life.of(QUICK, started, List.of(removal), new WatchState.Up(hours(100), hours(130), true)))
                .containsExactly(
                        new Life(QUICK, Duration.ofHours(11), true), new Life(QUICK, Duration.ofHours(30), false));
        assertThat(Life.of(QUICK, started, List.of(neverSeen), new WatchState.Down(neverSeen, false)))
                .isEmpty();
        assertThat(Life.of(QUICK, null, List.of(), new WatchState.Unseen())).isEmpty();
    }

    private void removals(int count, UUID provider, Duration after) {
        for (int i = 0; i < count; i++) {
            watches.save(WatchesContract.removed(UUID.randomUUID(), provider, NOW.minus(Duration.ofDays(30)), after));
        }
    }

    private static Instant hours(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }
}
