package org.vigie.notice.oversight;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ChangeCase;
import org.vigie.notice.removal.Signed;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;
import org.vigie.support.Refusal;

/** A person closes a task, unless only what another call records ends it; its case tells who closed it and why. */
@Service
public class FinishTask {

    /** Nobody may close the task while what it is about waits for another call. */
    public static final class EndsOtherwise extends Refusal {

        private static final long serialVersionUID = 1;

        private final String call;

        EndsOtherwise(String call) {
            super("the task ends with " + call);
            this.call = call;
        }

        /** Method and path of the call that ends it. */
        public String call() {
            return call;
        }
    }

    private final Tasks tasks;
    private final OpenTasks openTasks;
    private final WaitingNotices waiting;
    private final Cases cases;
    private final ChangeCase changeCase;
    private final Clock clock;

    FinishTask(
            Tasks tasks, OpenTasks openTasks, WaitingNotices waiting, Cases cases, ChangeCase changeCase, Clock clock) {
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.waiting = waiting;
        this.cases = cases;
        this.changeCase = changeCase;
        this.clock = clock;
    }

    /**
     * Closes it; repeating it changes nothing.
     *
     * @return the task, empty if there is none
     * @throws EndsOtherwise if another call ends it
     * @throws org.vigie.notice.task.TaskTaken if somebody else has it, or did it
     */
    public Optional<Task> finish(UUID taskId, String who, String reason) {
        tasks.find(taskId).filter(Task::isOpen).flatMap(this::endsWith).ifPresent(call -> {
            throw new EndsOtherwise(call);
        });
        var done = openTasks.finish(taskId, who, reason, clock.instant());
        done.ifPresent(task -> {
            // As it is stored: a call that broke off can be repeated.
            var signed = new Signed(who, Objects.requireNonNull(task.reason()), Objects.requireNonNull(task.doneAt()));
            if (task.caseId() != null) {
                changeCase.change(task.caseId(), known -> known.byPeople().taskDone(taskId, task.kind(), signed));
            }
        });
        return done;
    }

    /** Method and path of the call that ends it, empty if a person may close it. */
    private Optional<String> endsWith(Task task) {
        if (task.kind().isClosedByHand()) {
            return Optional.empty();
        }
        return task.kind() == TaskKind.DISPUTE
                ? cases.find(Objects.requireNonNull(task.caseId()))
                        .filter(known -> known.steering().dispute() != null)
                        .map(_ -> call(task, null))
                : waiting.of(task).map(notice -> call(task, notice));
    }

    private static String call(Task task, @Nullable UUID notice) {
        return EndsBy.of(task.kind(), task.taskId(), task.caseId(), notice);
    }
}
