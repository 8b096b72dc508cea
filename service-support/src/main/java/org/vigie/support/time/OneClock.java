package org.vigie.support.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one clock of the system: due times, deadlines, ages and event times are by it; sockets, leases and logs are not.
 * In UTC and whole milliseconds.
 */
public abstract sealed class OneClock extends Clock permits RunningClock, SandboxClock {

    /** How long to wait in real time until the clock may show the instant; never negative. */
    public abstract Duration realTimeUntil(Instant instant);

    /** Asks to be told when the clock jumps; a clock that runs never does. */
    public abstract void onMove(Runnable listener);

    @Override
    public final ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public final Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the one clock is in UTC");
    }
}
