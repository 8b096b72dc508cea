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

    private static final int MOST = 10_000;

    private final Tasks tasks;
    private final Clock clock;

    TaskMeters(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        var now = clock.instant();
        var open = tasks.open(MOST);
        for (var kind : TaskKind.values()) {
            var ofKind = open.stream().filter(task -> task.kind() == kind).toList();
            into.gauge("vigie_tasks_open", "Tasks that nobody has done yet.", ofKind.size(), "kind", kind.name());
            into.gauge(
                    "vigie_tasks_overdue",
                    "Open tasks past the time by which they were to be done.",
                    ofKind.stream().filter(task -> task.due().isBefore(now)).count(),
                    "kind",
                    kind.name());
        }
    }
}
