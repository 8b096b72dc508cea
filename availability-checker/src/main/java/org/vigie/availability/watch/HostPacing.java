package org.vigie.availability.watch;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;

/**
 * How hosts are not bothered: one check at a time, a pause after each, a longer one when the host asks for it or keeps
 * failing; no more checks at one address at a time than it can bear, however many hosts are there; and no burst of
 * checks after an interruption. Who must wait holds up nobody else. Cases of one host take their turns in the order in
 * which they fell due, or were wanted, and of their ids where that is the same, whichever thread comes first: however
 * slow the host is, none is passed over for ever. Kept in memory, a few words per host.
 */
@Component
class HostPacing {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final int PAUSE_FACTOR = 5;
    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(6);
    private static final int FAILURES_BEFORE_BACK_OFF = 5;
    private static final int CHECKS_PER_ADDRESS = 4;
    /** Who has more turns before it asks again later, instead of counting them all. */
    private static final int TURNS_COUNTED = 300;

    /** Whether a check may begin. */
    sealed interface Admission {}

    /** Now; it must be told when it ends. */
    record Enter() implements Admission {}

    /** Not before the instant. */
    record Wait(Instant until) implements Admission {}

    private static final class HostTurns {
        private final Line wanted = new Line();
        private final Line regular = new Line();
        private @Nullable UUID underWay;
        private Instant left = Instant.MIN;
        private Duration pause = Duration.ZERO;
        /** Where the host was last found. */
        private @Nullable InetAddress address;

        private int blocked;
        private int failed;

        /** A clock that went back makes the pause begin anew, not last until it has caught up. */
        private Instant freeAt(Instant now) {
            left = left.isAfter(now) ? now : left;
            return left.plus(pause);
        }

        /** A wish that is made again is as old as it was. */
        private void expect(UUID caseId, boolean isWanted, Instant due) {
            if (isWanted) {
                regular.leave(caseId);
                wanted.join(caseId, due);
            } else {
                wanted.leave(caseId);
                regular.moveTo(caseId, due);
            }
        }

        private void askLater(UUID caseId, boolean isWanted, Instant until) {
            (isWanted ? regular : wanted).leave(caseId);
            (isWanted ? wanted : regular).join(caseId, until);
        }

        private void forget(UUID caseId) {
            wanted.leave(caseId);
            regular.leave(caseId);
        }

        private boolean isForgotten() {
            return wanted.isEmpty() && regular.isEmpty() && underWay == null;
        }

        private int turnsBefore(UUID caseId, boolean isWanted, Instant now) {
            var others = isWanted
                    ? wanted.dueBefore(caseId, now)
                    : Stream.concat(wanted.due(now), regular.askingBefore(caseId, now));
            return (int) others.limit(TURNS_COUNTED).count();
        }
    }

    private final Pace pace;
    /** When who must wait for the pace may begin. */
    private final Map<UUID, Instant> turns = new HashMap<>();

    private final Map<InetAddress, Integer> underWayAt = new HashMap<>();
    private final Map<String, HostTurns> hosts = new HashMap<>();
    private final Map<UUID, String> hostOf = new HashMap<>();

    HostPacing(Pace pace) {
        this.pace = pace;
    }

    /** Queues a check of the case; checks that a notice waits for come first. */
    synchronized void expect(String host, UUID caseId, boolean wanted, Instant due) {
        var before = hostOf.put(caseId, host);
        if (before != null && !before.equals(host)) {
            hostTurns(before).forget(caseId);
        }
        hostTurns(host).expect(caseId, wanted, due);
    }

    /** The case keeps its place in the line and asks again at the instant. */
    synchronized void askLater(String host, UUID caseId, boolean wanted, Instant until) {
        hostOf.putIfAbsent(caseId, host);
        hostTurns(host).askLater(caseId, wanted, until);
    }

    /** The case is not to be checked any more. */
    synchronized void forget(UUID caseId) {
        turns.remove(caseId);
        var host = hostOf.remove(caseId);
        if (host != null) {
            var hostTurns = hostTurns(host);
            hostTurns.forget(caseId);
            if (hostTurns.isForgotten()) {
                hosts.remove(host);
            }
        }
    }

    /**
     * Asks to check the host now.
     *
     * @param wanted whether a notice waits for the check, which then does not wait for the pace
     */
    synchronized Admission enter(String host, UUID caseId, boolean wanted, Instant now) {
        var hostTurns = hostTurns(host);
        var before = hostTurns.turnsBefore(caseId, wanted, now);
        var free = hostTurns.freeAt(now);
        if (before > 0 || hostTurns.underWay != null || now.isBefore(free)) {
            var turns = before == 0 && hostTurns.underWay != null ? 1 : before;
            var earliest = free.isAfter(now) ? free : now;
            return new Wait(earliest.plus(SHORTEST_PAUSE.multipliedBy(turns)));
        }
        if (isFull(hostTurns.address)) {
            return new Wait(now.plus(SHORTEST_PAUSE));
        }
        var turn = turns.computeIfAbsent(caseId, _ -> pace.turn(wanted, now));
        if (turn.isAfter(now) && !wanted) {
            return new Wait(turn);
        }
        turns.remove(caseId);
        hostTurns.underWay = caseId;
        count(hostTurns.address, 1);
        return new Enter();
    }

    private boolean isFull(@Nullable InetAddress address) {
        return address != null && underWayAt.getOrDefault(address, 0) >= CHECKS_PER_ADDRESS;
    }

    private void count(@Nullable InetAddress address, int more) {
        if (address != null) {
            underWayAt.merge(address, more, (known, change) -> known + change == 0 ? null : known + change);
        }
    }

    /**
     * Ends a check.
     *
     * @param took on the one clock
     * @param result what it showed, absent if it failed
     */
    synchronized void leave(String host, Instant now, Duration took, @Nullable CheckResult result) {
        var hostTurns = hostTurns(host);
        if (hostTurns.underWay != null) {
            hostTurns.forget(hostTurns.underWay);
            hostTurns.underWay = null;
            count(hostTurns.address, -1);
        }
        var signal = result == null ? null : result.signal();
        hostTurns.blocked = isTurnedAway(signal) ? hostTurns.blocked + 1 : 0;
        hostTurns.failed =
                signal != null && !isTurnedAway(signal) && signal.isAboutTheHost() ? hostTurns.failed + 1 : 0;
        hostTurns.left = now;
        hostTurns.pause = pause(hostTurns, took, result == null ? null : result.retryAfter());
        var server = result == null ? null : result.first().server();
        hostTurns.address = server == null ? hostTurns.address : server;
    }

    private static boolean isTurnedAway(@Nullable Signal signal) {
        return signal != null && signal.flag() == Flag.BLOCKED;
    }

    private HostTurns hostTurns(String host) {
        return hosts.computeIfAbsent(host, _ -> new HostTurns());
    }

    private static Duration pause(HostTurns hostTurns, Duration took, @Nullable Duration retryAfter) {
        var pause = clamp(took.multipliedBy(PAUSE_FACTOR), SHORTEST_PAUSE, LONGEST_PAUSE);
        if (retryAfter != null && retryAfter.compareTo(pause) > 0) {
            return retryAfter;
        }
        if (hostTurns.blocked > 0) {
            return backOff(hostTurns.blocked - 1);
        }
        return hostTurns.failed >= FAILURES_BEFORE_BACK_OFF
                ? backOff(hostTurns.failed - FAILURES_BEFORE_BACK_OFF)
                : pause;
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
