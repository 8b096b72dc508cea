package org.vigie.notice.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    /**
     * Opens the task, unless it is or was there.
     *
     * @param occasion tells needs of one kind in one case apart, such as the case's cycle
     */
    public void open(TaskKind kind, UUID caseId, Object occasion, Instant now) {
        var id = NameBasedIds.of("task", kind, caseId, occasion);
        if (tasks.find(id).isEmpty()) {
            tasks.save(new Task(id, kind, caseId, now, now.plus(TIME_TO_ACT), null, null, null));
        }
    }

    /**
     * A person takes the task; empty if there is none.
     *
     * @throws TaskTaken if somebody else did, or it is done
     */
    public Optional<Task> claim(UUID taskId, String who) {
        var claimed = tasks.find(taskId).map(task -> task.claimedBy(who));
        claimed.ifPresent(tasks::save);
        return claimed;
    }

    /**
     * A person did the task; empty if there is none.
     *
     * @throws TaskTaken if somebody else claimed it
     */
    public Optional<Task> finish(UUID taskId, String who, String reason, Instant now) {
        var done = tasks.find(taskId)
                .map(task -> task.isOpen() ? task.claimedBy(who).done(reason, now) : task);
        done.ifPresent(tasks::save);
        return done;
    }

    /** Closes the task if it is there and open. */
    public void close(TaskKind kind, UUID caseId, Object occasion, String reason, Instant now) {
        tasks.find(NameBasedIds.of("task", kind, caseId, occasion))
                .filter(Task::isOpen)
                .ifPresent(task -> tasks.save(task.done(reason, now)));
    }

    /** Closes every open task of the kind that the case has. */
    public void closeAll(TaskKind kind, UUID caseId, String reason, Instant now) {
        tasks.openOf(caseId).stream()
                .filter(task -> task.kind() == kind)
                .forEach(task -> tasks.save(task.done(reason, now)));
    }
}
