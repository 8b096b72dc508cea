package org.vigie.support.meters;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.vigie.support.work.WorkInProgress;

/** How long due work of each kind has been waiting: a service that cannot keep up, or a queue that stands still. */
final class WorkMeters implements MeterSource {

    private final Map<String, WorkInProgress> work;
    private final Clock clock;

    WorkMeters(Map<String, WorkInProgress> work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        var now = clock.instant();
        work.forEach((name, one) -> {
            var late = one.nextDue()
                    .map(due -> Duration.between(due, now))
                    .filter(Duration::isPositive)
                    .orElse(Duration.ZERO);
            into.gauge(
                    "vigie_work_lag_seconds",
                    "How long the work that is due first has been waiting, by the one clock.",
                    late.toSeconds(),
                    "work",
                    name);
            into.counter("vigie_work_begun", "Pieces of work begun since the start.", one.begun(), "work", name);
        });
    }
}
