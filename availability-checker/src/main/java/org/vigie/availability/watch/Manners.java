package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How hosts are not bothered: one look at a time, a pause after each, a longer one when the host asks for it or keeps
 * failing. Kept in memory, by host.
 */
@Component
class Manners {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final int PAUSE_FACTOR = 5;
    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(6);
    private static final int FAILURES_BEFORE_BACK_OFF = 5;
    private static final int REMEMBERED = 10_000;

    /** Whether a look may begin. */
    sealed interface Admission {}

    /** Now; it must be told when it ends. */
    record Enter() implements Admission {}

    /** Not before the instant. */
    record Wait(Instant until) implements Admission {}

    private static final class Visits {
        private boolean underWay;
        private Instant free = Instant.MIN;
        private Instant promised = Instant.MIN;
        private int blocked;
        private int failed;
    }

    private final Map<String, Visits> hosts = new HashMap<>();

    /** Asks to look at the host now. */
    synchronized Admission enter(String host, Instant now) {
        var visits = hosts.computeIfAbsent(host, _ -> new Visits());
        if (!visits.underWay && !now.isBefore(visits.free)) {
            visits.underWay = true;
            return new Enter();
        }
        var earliest = visits.underWay ? now.plus(SHORTEST_PAUSE) : visits.free;
        visits.promised = later(earliest, visits.promised.plus(SHORTEST_PAUSE));
        return new Wait(visits.promised);
    }

    /**
     * Ends a look.
     *
     * @param took on the one clock
     * @param signal what it said, absent if it failed
     * @param retryAfter what the host asked for, absent if nothing
     */
    synchronized void leave(
            String host, Instant now, Duration took, @Nullable Signal signal, @Nullable Duration retryAfter) {
        forgetTheQuiet(now);
        var visits = hosts.computeIfAbsent(host, _ -> new Visits());
        visits.underWay = false;
        visits.blocked = signal == Signal.BLOCKED ? visits.blocked + 1 : 0;
        visits.failed = signal != null && signal != Signal.BLOCKED && signal.isAboutTheHost() ? visits.failed + 1 : 0;
        visits.free = now.plus(pause(visits, took, retryAfter));
    }

    private static Duration pause(Visits visits, Duration took, @Nullable Duration retryAfter) {
        var pause = clamp(took.multipliedBy(PAUSE_FACTOR), SHORTEST_PAUSE, LONGEST_PAUSE);
        if (visits.blocked > 0) {
            return retryAfter != null && retryAfter.compareTo(pause) > 0 ? retryAfter : backOff(visits.blocked - 1);
        }
        return visits.failed >= FAILURES_BEFORE_BACK_OFF ? backOff(visits.failed - FAILURES_BEFORE_BACK_OFF) : pause;
    }

    private static Duration backOff(int doublings) {
        return clamp(FIRST_BACK_OFF.multipliedBy(1L << Math.min(doublings, 20)), FIRST_BACK_OFF, LONGEST_BACK_OFF);
    }

    private static Duration clamp(Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0) {
            return least;
        }
        return value.compareTo(most) > 0 ? most : value;
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }

    private void forgetTheQuiet(Instant now) {
        if (hosts.size() > REMEMBERED) {
            hosts.values().removeIf(visits -> !visits.underWay && visits.free.isBefore(now.minus(LONGEST_BACK_OFF)));
        }
    }
}
