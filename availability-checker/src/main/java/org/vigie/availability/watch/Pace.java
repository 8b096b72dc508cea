package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * How many checks may begin in a stretch of time. After an interruption everything is overdue: it is spread over as
 * long as it takes, and each late check is told its own turn (the generic cell rate algorithm, ITU-T I.371).
 */
public final class Pace {

    private static final Duration BURST = Duration.ofSeconds(10);

    private final Duration interval;
    private Instant next = Instant.MIN;

    /**
     * A pace.
     *
     * @param perSecond checks on the one clock, above 0
     */
    public Pace(int perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("vigie.checker.looks-per-second: %d is below 1".formatted(perSecond));
        }
        this.interval = Duration.ofSeconds(1).dividedBy(perSecond);
    }

    /**
     * When a check may begin that could begin now; its turn is kept for it.
     *
     * @param wanted whether it does not wait, and only makes others wait
     */
    synchronized Instant turn(boolean wanted, Instant now) {
        // Nothing is saved up for longer than a burst, and a clock that went back is not waited for.
        var earliest = now.minus(BURST);
        if (next.isBefore(earliest) || next.isAfter(now.plus(Duration.ofDays(1)))) {
            next = earliest;
        }
        var turn = next.isAfter(now) && !wanted ? next : now;
        next = next.plus(interval);
        return turn;
    }
}
