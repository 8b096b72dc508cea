package org.vigie.standalone.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.support.time.OneClock;
import org.vigie.support.work.WorkInProgress;

/** Work that falls due at given instants and is done when the test says so. */
final class FakeWork implements WorkInProgress {

    private final OneClock clock;
    private final List<Instant> due = new ArrayList<>();
    private final Consumer<Instant> doneAt;
    private long begun;
    private boolean running;

    FakeWork(OneClock clock, Consumer<Instant> doneAt) {
        this.clock = clock;
        this.doneAt = doneAt;
    }

    synchronized void schedule(Instant at) {
        due.add(at);
    }

    synchronized void begin() {
        begun++;
        running = true;
    }

    synchronized void end() {
        running = false;
    }

    /** Does what is due now, at once. */
    synchronized void doWhatIsDue() {
        var now = clock.instant();
        for (var at : List.copyOf(due)) {
            if (!at.isAfter(now)) {
                due.remove(at);
                begun++;
                doneAt.accept(now);
            }
        }
    }

    @Override
    public synchronized boolean idle() {
        return !running && due.stream().allMatch(at -> at.isAfter(clock.instant()));
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return due.stream().min(Comparator.naturalOrder());
    }

    @Override
    public synchronized long begun() {
        return begun;
    }
}
