package org.vigie.notice.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something only a person can do.
 *
 * @param doneAt absent while it is open
 * @param reason why it is done, absent while it is open
 */
public record Task(
        UUID taskId,
        TaskKind kind,
        UUID caseId,
        Instant since,
        Instant due,
        @Nullable Instant doneAt,
        @Nullable String reason) {

    public boolean isOpen() {
        return doneAt == null;
    }

    Task done(String because, Instant at) {
        return isOpen() ? new Task(taskId, kind, caseId, since, due, at, because) : this;
    }
}
