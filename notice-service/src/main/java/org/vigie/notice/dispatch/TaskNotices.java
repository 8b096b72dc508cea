package org.vigie.notice.dispatch;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.oversight.WaitingNotices;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;

/** Finds the notices that tasks wait for. */
@Component
class TaskNotices implements WaitingNotices {

    private final Notices notices;

    TaskNotices(Notices notices) {
        this.notices = notices;
    }

    /** Of a task stored before tasks named their notice, one of the case's. */
    @Override
    public Optional<UUID> of(Task task) {
        return notices.naming(Objects.requireNonNull(task.caseId())).stream()
                .filter(notice -> task.noticeId() == null || task.noticeId().equals(notice.noticeId()))
                .filter(notice -> waits(notice, task.kind()))
                .map(Notice::noticeId)
                .findFirst();
    }

    private static boolean waits(Notice notice, TaskKind kind) {
        return kind == TaskKind.WEB_FORM ? FillForm.waitsForAPerson(notice) : notice.state() instanceof Unresolved;
    }
}
