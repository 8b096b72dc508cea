package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the next check falls due; never in the past. A pure function of the watch and the time. */
public final class CheckSchedule {

    static final Duration AFTER_LOCAL_FAULT = Duration.ofMinutes(5);

    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final double ROOT_FACTOR = 0.8;
    private static final double JITTER = 0.1;
    private static final double HOUR = 3_600_000.0;
    /** What one check may cost in hours of later detection; the knob between load and delay. */
    private static final double COST_HOURS = 0.33;
    /** Checks of a streak, counted from its first; the last ones only as long as the rule is not met. */
    private static final List<Duration> CONFIRMING = List.of(
            Duration.ofMinutes(15),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(48),
            Duration.ofHours(72));

    private static final int QUARTER = 90;
    private static final int LAST_DAY = 730;
    /** After it nobody may look: cases are erased then. */
    private static final Duration WATCHED = Duration.ofDays(LAST_DAY);

    /** Checks after a removal, counted from its confirmation. */
    private static final List<Duration> RETURNS = Stream.concat(
                    Stream.of(1, 3, 7, 14, 30, 60),
                    IntStream.iterate(QUARTER, day -> day <= LAST_DAY, day -> day + QUARTER)
                            .boxed())
            .map(Duration::ofDays)
            .toList();

    private final Hazards hazards;

    CheckSchedule(Hazards hazards) {
        this.hazards = hazards;
    }

    /**
     * The next check.
     *
     * @return absent if none falls due any more: two years after a removal
     */
    @Nullable
    Instant next(Watch watch, Instant now) {
        var fraction = Mixed.fraction(watch.caseId(), watch.history().looks());
        return switch (watch.state()) {
            case WatchState.Unseen _ ->
                regular(watch, Objects.requireNonNullElse(watch.startedAt(), now), now, fraction);
            case WatchState.Up up -> regular(watch, up.since(), now, fraction);
            case WatchState.Suspect(var _, var streak) -> confirming(streak.firstBadAt(), now, fraction);
            case WatchState.Down(var removal, var _) -> afterRemoval(removal.confirmedAt(), now, fraction);
            case WatchState.Returning returning -> confirmingReturn(returning, now, fraction);
        };
    }

    /** The interval that costs least for the hazard: its root, turned over. */
    private Instant regular(Watch watch, Instant since, Instant now, double fraction) {
        var age = Duration.between(since, now);
        var assignment = watch.assignment();
        var hazard = hazards.perHour(assignment == null ? null : assignment.hostProvider(), age);
        var interval = hazard > 0 ? hours(Math.sqrt(2 * COST_HOURS / hazard)) : withoutHistory(age);
        var jittered = scaled(clamp(interval), 1 - JITTER + 2 * JITTER * fraction);
        return now.plus(max(jittered, SHORTEST));
    }

    /** Removals grow rarer with age: the interval grows with its square root. */
    private static Duration withoutHistory(Duration age) {
        return hours(ROOT_FACTOR * Math.sqrt(Math.max(0, age.toMillis()) / HOUR));
    }

    private static Duration hours(double hours) {
        return Duration.ofMillis((long) (Math.min(hours, (double) LONGEST.toHours()) * HOUR));
    }

    /**
     * Jitter only lengthens: a check before its offset would not meet the rule's span, and would come again after it.
     */
    private static Instant confirming(Instant firstBadAt, Instant now, double fraction) {
        var soonest = now.plus(SHORTEST.dividedBy(2));
        return CONFIRMING.stream()
                .filter(offset -> firstBadAt.plus(offset).isAfter(now))
                .map(offset -> firstBadAt.plus(scaled(offset, 1 + JITTER / 2 * fraction)))
                .filter(due -> due.isAfter(soonest))
                .findFirst()
                .orElseGet(() -> now.plus(scaled(LONGEST, 1 + JITTER * fraction)));
    }

    private static @Nullable Instant afterRemoval(Instant confirmedAt, Instant now, double fraction) {
        return RETURNS.stream()
                .filter(offset -> confirmedAt.plus(offset).isAfter(now))
                .map(offset -> min(scaled(offset, 1 + JITTER * fraction), WATCHED))
                .map(confirmedAt::plus)
                .findFirst()
                .orElse(null);
    }

    private static Instant confirmingReturn(WatchState.Returning returning, Instant now, double fraction) {
        var first = returning.seenAt().plus(scaled(WatchState.BETWEEN_RETURNS, 1 + JITTER * fraction));
        return first.isAfter(now) ? first : now.plus(SHORTEST);
    }

    private static Duration clamp(Duration interval) {
        return max(interval.compareTo(LONGEST) > 0 ? LONGEST : interval, SHORTEST);
    }

    private static Duration min(Duration one, Duration two) {
        return one.compareTo(two) < 0 ? one : two;
    }

    private static Duration max(Duration one, Duration two) {
        return one.compareTo(two) > 0 ? one : two;
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }
}
