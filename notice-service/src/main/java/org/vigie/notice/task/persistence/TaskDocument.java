package org.vigie.notice.task.persistence;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Seal;

/**
 * A task as it is stored.
 *
 * @param caseId absent if it is about no one case
 * @param noticeId absent in what was stored before tasks had it
 * @param because why looks cannot tell, absent of other kinds of tasks and of what was stored before they said so
 */
@Document("tasks")
record TaskDocument(
        @Id String id,
        TaskKind kind,
        @Nullable UUID caseId,
        @Nullable UUID noticeId,
        Instant since,
        Instant due,
        @Nullable Instant doneAt,
        @Nullable SealedUrl words,
        @Nullable Instant claimedUntil,
        @Nullable String because,
        @Nullable Long version) {

    /** Of a task that was stored before tasks had versions. */
    static final Long UNVERSIONED = 0L;

    /** People's names and words, sealed for this document. */
    record Words(@Nullable String owner, @Nullable String reason) {}

    /** As the version after the one it was read at. */
    static TaskDocument of(Task task, Seal store) {
        var said = task.owner() == null && task.reason() == null ? null : new Words(task.owner(), task.reason());
        return new TaskDocument(
                task.taskId().toString(),
                task.kind(),
                task.caseId(),
                task.noticeId(),
                task.since(),
                task.due(),
                task.doneAt(),
                said == null
                        ? null
                        : store.seal(
                                EventJson.MAPPER.writeValueAsString(said),
                                task.taskId().toString()),
                task.claimedUntil(),
                task.because(),
                task.version() == null ? 1L : task.version() + 1);
    }

    Task toDomain(Seal store) {
        var said =
                words == null ? new Words(null, null) : EventJson.MAPPER.readValue(store.open(words, id), Words.class);
        return new Task(
                UUID.fromString(id),
                kind,
                caseId,
                noticeId,
                since,
                due,
                said.owner(),
                claimedUntil,
                doneAt,
                said.reason(),
                because,
                Objects.requireNonNullElse(version, UNVERSIONED));
    }
}
