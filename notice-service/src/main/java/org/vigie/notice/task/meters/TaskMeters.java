package org.vigie.notice.task.meters;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** What waits for a person, holds that run out among it. */
@Component
class TaskMeters implements MeterSource {

    private final Tasks tasks;
    private final Clock clock;

    TaskMeters(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        var open = tasks.countOpen();
        var overdue = tasks.countDueBefore(clock.instant(), open.keySet());
        for (var kind : TaskKind.values()) {
            into.gauge(
                    "vigie_tasks_open",
                    "Tasks that nobody has done yet.",
                    open.getOrDefault(kind, 0L),
                    "kind",
                    kind.name());
            into.gauge(
                    "vigie_tasks_overdue",
                    "Open tasks past the time by which they were to be done.",
                    overdue.getOrDefault(kind, 0L),
                    "kind",
                    kind.name());
        }
    }
}
