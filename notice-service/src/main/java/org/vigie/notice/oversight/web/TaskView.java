package org.vigie.notice.oversight.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.oversight.EndsBy;
import org.vigie.notice.removal.Unseen;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;

/** Something only a person can do, with what it is about. */
record TaskView(
        UUID taskId,
        TaskKind kind,
        @Nullable UUID caseId,
        @Nullable BriefCase about,
        @Nullable UUID noticeId,
        Instant since,
        Instant due,
        @Nullable String owner,
        @Nullable Instant claimedUntil,
        @Nullable Instant doneAt,
        @Nullable String reason,
        @Nullable String because,
        @Nullable String explanation,
        String endsBy) {

    static TaskView of(Task task, @Nullable BriefCase about) {
        var because = task.because();
        return new TaskView(
                task.taskId(),
                task.kind(),
                task.caseId(),
                about,
                task.noticeId(),
                task.since(),
                task.due(),
                task.owner(),
                task.claimedUntil(),
                task.doneAt(),
                task.reason(),
                because,
                because == null ? null : Unseen.inWords(because),
                EndsBy.inWords(task));
    }
}
