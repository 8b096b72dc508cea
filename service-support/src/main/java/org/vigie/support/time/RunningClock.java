package org.vigie.support.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The system's clock, or one that runs faster by a factor since an origin: origin + factor × (real − origin). */
public final class RunningClock extends OneClock {

    private final Clock real;
    private final Instant origin;
    private final int factor;

    RunningClock(Clock real, Instant origin, int factor) {
        this.real = real;
        this.origin = origin;
        this.factor = factor;
    }

    /** The system's clock. */
    public static RunningClock system() {
        return new RunningClock(Clock.systemUTC(), Instant.EPOCH, 1);
    }

    @Override
    public Instant instant() {
        return origin.plus(Duration.between(origin, real.instant()).multipliedBy(factor))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Duration realTimeUntil(Instant instant) {
        var left = Duration.between(instant(), instant);
        return left.isNegative() ? Duration.ZERO : left.dividedBy(factor).plusMillis(1);
    }

    @Override
    public void onMove(Runnable listener) {}
}
