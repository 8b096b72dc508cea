package org.vigie.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.support.time.SandboxClock;

/**
 * The owner of the sandbox's clock. It moves time to the next due instant, and only when nothing is due or in flight:
 * two looks at everything that works, all of it quiet in both and nothing begun between them, and between the two looks
 * no record of the log that its readers have not committed (docs/adr/0013-sandbox-clock.md says why that is enough).
 */
final class Director {

    private static final Logger LOG = LoggerFactory.getLogger(Director.class);
    private static final Duration PAUSE = Duration.ofNanos(300_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SandboxClock clock;
    private final List<SandboxClock> clocks;
    private final List<Supplier<Look>> working;
    private final BooleanSupplier allRead;
    private final Duration patience;
    private long moves;
    private volatile boolean stopped;

    /**
     * A director of everything that works on the clock.
     *
     * @param clocks all that show the one file, so that each wakes those who wait for it
     * @param working each tells what it looks like now
     * @param allRead whether the readers of the log have committed all that is in it
     */
    Director(List<SandboxClock> clocks, List<Supplier<Look>> working, BooleanSupplier allRead) {
        this(clocks, working, allRead, PATIENCE);
    }

    Director(List<SandboxClock> clocks, List<Supplier<Look>> working, BooleanSupplier allRead, Duration patience) {
        this.clocks = List.copyOf(clocks);
        this.clock = clocks.getFirst();
        this.working = List.copyOf(working);
        this.allRead = allRead;
        this.patience = patience;
    }

    /**
     * Moves time on to the end, stopping wherever something is due.
     *
     * @param watcher told after every move
     * @throws Stuck if something stays busy for a minute of real time
     */
    void playUntil(Instant end, Runnable watcher) {
        while (clock.instant().isBefore(end) && !stopped) {
            var next = waitUntilQuiet();
            if (stopped) {
                return;
            }
            var there = next == null || next.isAfter(end) ? end : next;
            clocks.forEach(one -> one.moveTo(there));
            moves++;
            watcher.run();
        }
        waitUntilQuiet();
    }

    /** How often time was moved. */
    long moves() {
        return moves;
    }

    /** Ends the play before its next move. */
    void stop() {
        stopped = true;
    }

    private @org.jspecify.annotations.Nullable Instant waitUntilQuiet() {
        var since = System.nanoTime();
        while (!stopped) {
            var first = look();
            if (first.quiet() && allRead.getAsBoolean()) {
                var second = look();
                if (second.quiet() && second.begun() == first.begun()) {
                    return second.nextDue();
                }
            }
            if (System.nanoTime() - since > patience.toNanos()) {
                LOG.atError().addKeyValue("at", clock.instant()).log("the sandbox's time stands still");
                throw new Stuck("The sandbox stays busy at %s: something is due or in flight and does not end."
                        .formatted(clock.instant()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return null;
    }

    private Look look() {
        var all = new Look(true, 0, null);
        for (var one : working) {
            all = all.and(one.get());
            if (!all.quiet()) {
                return all;
            }
        }
        return all;
    }

    /** Something did not come to rest. */
    static final class Stuck extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stuck(String sentence) {
            super(sentence);
        }
    }
}
