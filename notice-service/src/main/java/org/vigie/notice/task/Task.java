package org.vigie.notice.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something only a person can do.
 *
 * @param owner who claimed it, absent while nobody did
 * @param doneAt absent while it is open
 * @param reason why it is done, absent while it is open
 */
public record Task(
        UUID taskId,
        TaskKind kind,
        UUID caseId,
        Instant since,
        Instant due,
        @Nullable String owner,
        @Nullable Instant doneAt,
        @Nullable String reason) {

    public boolean isOpen() {
        return doneAt == null;
    }

    /**
     * Somebody will do it; claiming it again changes nothing.
     *
     * @throws TaskTaken if somebody else claimed it, or it is done
     */
    Task claimedBy(String who) {
        if (!isOpen() || (owner != null && !owner.equals(who))) {
            throw new TaskTaken(taskId);
        }
        return new Task(taskId, kind, caseId, since, due, who, null, null);
    }

    Task done(String because, Instant at) {
        return isOpen() ? new Task(taskId, kind, caseId, since, due, owner, at, because) : this;
    }
}
