package org.vigie.notice.task;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.vigie.notice.identity.NameBasedIds;

/** Opens a task once for what it is about, and closes it when it needs nobody any more. */
@Service
public class OpenTasks {

    private static final Duration TIME_TO_ACT = Duration.ofHours(24);

    private final Tasks tasks;

    OpenTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Opens the task, unless it is or was there. */
    public void open(TaskKind kind, UUID caseId, int cycle, Instant now) {
        var id = NameBasedIds.of("task", kind, caseId, cycle);
        if (tasks.find(id).isEmpty()) {
            tasks.save(new Task(id, kind, caseId, now, now.plus(TIME_TO_ACT), null, null));
        }
    }

    /** Closes the task if it is there and open. */
    public void close(TaskKind kind, UUID caseId, int cycle, String reason, Instant now) {
        tasks.find(NameBasedIds.of("task", kind, caseId, cycle))
                .filter(Task::isOpen)
                .ifPresent(task -> tasks.save(task.done(reason, now)));
    }
}
