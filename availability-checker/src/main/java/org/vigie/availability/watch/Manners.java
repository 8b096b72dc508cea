package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How hosts are not bothered: one look at a time, a pause after each, a longer one when the host asks for it or keeps
 * failing. Cases of one host that fall due together take their turns in the order of their ids, whichever thread comes
 * first. Kept in memory.
 */
@Component
class Manners {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final int PAUSE_FACTOR = 5;
    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(6);
    private static final int FAILURES_BEFORE_BACK_OFF = 5;

    /** Whether a look may begin. */
    sealed interface Admission {}

    /** Now; it must be told when it ends. */
    record Enter() implements Admission {}

    /** Not before the instant. */
    record Wait(Instant until) implements Admission {}

    private static final class Visits {
        private final Map<UUID, Instant> expected = new HashMap<>();
        private @Nullable UUID underWay;
        private Instant free = Instant.MIN;
        private int blocked;
        private int failed;
    }

    private final Map<String, Visits> hosts = new HashMap<>();
    private final Map<UUID, String> hostOf = new HashMap<>();

    /** The case is to be looked at then. */
    synchronized void expect(String host, UUID caseId, Instant due) {
        var before = hostOf.put(caseId, host);
        if (before != null && !before.equals(host)) {
            visits(before).expected.remove(caseId);
        }
        visits(host).expected.put(caseId, due);
    }

    /** The case is not to be looked at any more. */
    synchronized void forget(UUID caseId) {
        var host = hostOf.remove(caseId);
        if (host != null) {
            var visits = visits(host);
            visits.expected.remove(caseId);
            if (visits.expected.isEmpty() && visits.underWay == null) {
                hosts.remove(host);
            }
        }
    }

    /** Asks to look at the host now. */
    synchronized Admission enter(String host, UUID caseId, Instant now) {
        var visits = visits(host);
        var before = visits.expected.entrySet().stream()
                .filter(other ->
                        !other.getValue().isAfter(now) && other.getKey().compareTo(caseId) < 0)
                .count();
        if (before == 0 && visits.underWay == null && !now.isBefore(visits.free)) {
            visits.underWay = caseId;
            return new Enter();
        }
        var turns = before == 0 && visits.underWay != null ? 1 : before;
        var earliest = visits.free.isAfter(now) ? visits.free : now;
        return new Wait(earliest.plus(SHORTEST_PAUSE.multipliedBy(turns)));
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
        var visits = visits(host);
        if (visits.underWay != null) {
            visits.expected.remove(visits.underWay);
            visits.underWay = null;
        }
        visits.blocked = signal == Signal.BLOCKED ? visits.blocked + 1 : 0;
        visits.failed = signal != null && signal != Signal.BLOCKED && signal.isAboutTheHost() ? visits.failed + 1 : 0;
        visits.free = now.plus(pause(visits, took, retryAfter));
    }

    private Visits visits(String host) {
        return hosts.computeIfAbsent(host, _ -> new Visits());
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
}
