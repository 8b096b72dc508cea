package org.vigie.notice.dispatch;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.composition.Item;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;

/** Tasks to fill in providers' web forms: one for each case and form. */
@Component
class FormTasks {

    private final OpenTasks tasks;
    private final Clock clock;

    FormTasks(OpenTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Has the task open, in the first case that the notice names. */
    void ask(Notice notice) {
        firstCase(notice)
                .ifPresent(caseId -> tasks.openFor(
                        notice.noticeId(), TaskKind.WEB_FORM, caseId, notice.contactId(), clock.instant()));
    }

    /**
     * Closes the notice's task if nobody is to fill the form in any more. Comes before the notice is stored: if that
     * fails, the task is asked for again.
     *
     * @param after the same notice as it will be stored
     */
    void follow(Notice before, Notice after) {
        if (!before.isForAForm()) {
            return;
        }
        var goesOn = after.state().isToLeave() ? firstCase(after) : Optional.<UUID>empty();
        firstCase(before)
                .filter(caseId -> !Optional.of(caseId).equals(goesOn))
                .ifPresent(caseId -> close(before, caseId, Task.NOT_NEEDED));
    }

    void done(Notice notice, String why) {
        firstCase(notice).ifPresent(caseId -> close(notice, caseId, why));
    }

    private static Optional<UUID> firstCase(Notice notice) {
        return notice.items().stream().map(Item::caseId).findFirst();
    }

    private void close(Notice notice, UUID caseId, String why) {
        tasks.closeFor(notice.noticeId(), TaskKind.WEB_FORM, caseId, notice.contactId(), why, clock.instant());
    }
}
