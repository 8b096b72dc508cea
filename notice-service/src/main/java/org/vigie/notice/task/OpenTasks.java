package org.vigie.notice.task;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.support.work.Optimistic;

/** Opens a task once for what it is about, and closes it when it needs nobody any more. */
@Service
public class OpenTasks {

    private final Tasks tasks;

    OpenTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * Opens the task, unless it is there or somebody did it.
     *
     * @param occasion tells needs of one kind in one case apart, such as the case's cycle
     * @param noticeId the notice that it is about, absent if it is about none
     */
    public void open(TaskKind kind, UUID caseId, Object occasion, @Nullable UUID noticeId, Instant now) {
        var id = id(kind, caseId, occasion);
        var known = change(id, task -> task.neededAgain(now));
        if (known.isEmpty()) {
            tasks.save(Task.opened(id, kind, caseId, noticeId, now)); // or somebody was faster
        }
    }

    /**
     * Has the task open for the notice, whether or not it was done before.
     *
     * @param occasion tells needs of one kind in one case apart; notices of one occasion have one task
     */
    public void openFor(UUID noticeId, TaskKind kind, UUID caseId, Object occasion, Instant now) {
        var id = id(kind, caseId, occasion);
        if (change(id, task -> task.neededFor(noticeId, now)).isEmpty()) {
            tasks.save(Task.opened(id, kind, caseId, noticeId, now));
        }
    }

    /**
     * Has the task open under an id of its own, whatever case asked for it first and whether or not it was done before.
     *
     * @param caseId absent if it is about no one case
     */
    public void openAs(UUID id, TaskKind kind, @Nullable UUID caseId, Instant now) {
        if (change(id, task -> task.again(now)).isEmpty()) {
            tasks.save(Task.opened(id, kind, caseId, null, now));
        }
    }

    /** Closes the task if it is there, open and about the notice. */
    public void closeFor(UUID noticeId, TaskKind kind, UUID caseId, Object occasion, String reason, Instant now) {
        change(id(kind, caseId, occasion), task -> noticeId.equals(task.noticeId()) ? task.done(reason, now) : task);
    }

    /**
     * Has one task open of each kind that a case needs, and none of the others.
     *
     * @param kinds those that follow from how the case stands
     * @param needed those that are needed
     */
    public void settle(UUID caseId, Set<TaskKind> kinds, Map<TaskKind, Need> needed, Instant now) {
        var open = tasks.openOf(caseId).stream()
                .filter(task -> kinds.contains(task.kind()))
                .toList();
        open.stream()
                .filter(task -> !needed.containsKey(task.kind()))
                .forEach(task -> change(task.taskId(), one -> one.notNeeded(now)));
        needed.forEach((kind, need) -> {
            if (open.stream().noneMatch(task -> task.kind() == kind)) {
                open(kind, caseId, need.occasion(), null, now);
            }
            explain(caseId, kind, need);
        });
    }

    private void explain(UUID caseId, TaskKind kind, Need need) {
        if (need.because() != null || need.due() != null) {
            tasks.openOf(caseId).stream()
                    .filter(task -> task.kind() == kind)
                    .forEach(task -> change(
                            task.taskId(), one -> one.because(need.because()).dueBy(need.due())));
        }
    }

    /**
     * A person takes the task for a shift; empty if there is none.
     *
     * @throws TaskTaken if somebody else has it, or it is done
     */
    public Optional<Task> claim(UUID taskId, String who, Instant now) {
        return change(taskId, task -> task.claimedBy(who, now));
    }

    /**
     * A person did the task; empty if there is none.
     *
     * @throws TaskTaken if somebody else has it, or did it
     */
    public Optional<Task> finish(UUID taskId, String who, String reason, Instant now) {
        return change(taskId, task -> task.doneBy(who, reason, now));
    }

    /** Closes the task if it is there and open. */
    public void close(TaskKind kind, UUID caseId, Object occasion, String reason, Instant now) {
        close(id(kind, caseId, occasion), reason, now);
    }

    /** Closes the task if it is there and open. */
    public void close(UUID taskId, String reason, Instant now) {
        change(taskId, task -> task.done(reason, now));
    }

    /** Closes every open task of the kind that the case has. */
    public void closeAll(TaskKind kind, UUID caseId, String reason, Instant now) {
        tasks.openOf(caseId).stream()
                .filter(task -> task.kind() == kind)
                .forEach(task -> close(task.taskId(), reason, now));
    }

    /** Reads again when somebody else was faster. */
    private Optional<Task> change(UUID taskId, UnaryOperator<Task> move) {
        return tasks.find(taskId)
                .map(_ -> Optimistic.move(() -> tasks.find(taskId).orElseThrow(), move, tasks::save));
    }

    private static UUID id(TaskKind kind, UUID caseId, Object occasion) {
        return NameBasedIds.of("task", kind, caseId, occasion);
    }
}
