package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.availability.watch.Signal.Meaning;

/**
 * Watches over lives that nobody thought of: what no check can tell is never called removed by checks, and always ends.
 */
class RandomLivesTests {

    private static final int LIVES = 2_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Signal> UNTOLD = Arrays.stream(Signal.values())
            .filter(signal -> signal.meaning() == Meaning.NEITHER && signal != Signal.LOCAL_FAULT)
            .toList();

    /** Gates, refusals, what is alike from the first check on, and what changed, in any order, for sixty days. */
    @Test
    void noLookThatCannotTellEverRemoves() {
        for (long seed = 0; seed < LIVES; seed++) {
            var random = new Random(seed);
            var watch = LifeSimulation.watch(random);
            for (var at = START; at.isBefore(START.plus(Duration.ofDays(60))); at = next(watch)) {
                var seen = random.nextInt(20) == 0;
                watch = Checks.after(watch, seen ? Signal.REACHABLE : any(random), at);
                if (random.nextInt(10) == 0) {
                    watch = watch.heard(Testimony.ofPerson(at, true), at);
                }
            }
            assertThat(watch.removals()).as("seed %d", seed).isEmpty();
        }
    }

    /** A person answers the task, which comes again after 72 hours, whatever checks showed and people said before. */
    @Test
    void whateverLooksShowItEndsWithThePersonWhoIsAsked() {
        for (long seed = 0; seed < LIVES; seed++) {
            var random = new Random(seed);
            var goneAt = START.plus(Duration.ofHours(random.nextInt(24 * 30)));
            var end = goneAt.plus(Duration.ofDays(10));
            var watch = LifeSimulation.watch(random);
            var asked = goneAt.plus(Duration.ofHours(random.nextInt(48)));
            for (var at = START; at.isBefore(end) && watch.removals().isEmpty(); at = next(watch)) {
                var isGone = !at.isBefore(goneAt);
                watch = Checks.after(watch, isGone || random.nextBoolean() ? any(random) : Signal.REACHABLE, at);
                if (!isGone && random.nextInt(10) == 0) {
                    watch = watch.heard(Testimony.ofPerson(at, true), at);
                }
                if (isGone && !at.isBefore(asked)) {
                    watch = watch.heard(Testimony.ofPerson(at, false), at);
                    asked = at.plus(Duration.ofDays(3));
                }
            }
            assertThat(watch.removals()).as("seed %d", seed).hasSize(1);
        }
    }

    private static Signal any(Random random) {
        return UNTOLD.get(random.nextInt(UNTOLD.size()));
    }

    /** Checks that are wanted come a quarter of an hour later. */
    private static Instant next(Watch watch) {
        var last = Objects.requireNonNull(watch.lastCheckedAt()).plus(Duration.ofMinutes(15));
        var due = Objects.requireNonNull(watch.due());
        return due.isBefore(last) ? last : due;
    }
}
