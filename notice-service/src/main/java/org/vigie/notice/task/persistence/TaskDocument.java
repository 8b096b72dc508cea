package org.vigie.notice.task.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Seal;

/** A task as it is stored. */
@Document("tasks")
record TaskDocument(
        @Id String id,
        TaskKind kind,
        UUID caseId,
        Instant since,
        Instant due,
        @Nullable Instant doneAt,
        @Nullable SealedUrl words) {

    /** People's names and words, sealed for this document. */
    record Words(@Nullable String owner, @Nullable String reason) {}

    static TaskDocument of(Task task, Seal store) {
        var said = task.owner() == null && task.reason() == null ? null : new Words(task.owner(), task.reason());
        return new TaskDocument(
                task.taskId().toString(),
                task.kind(),
                task.caseId(),
                task.since(),
                task.due(),
                task.doneAt(),
                said == null
                        ? null
                        : store.seal(
                                EventJson.MAPPER.writeValueAsString(said),
                                task.taskId().toString()));
    }

    Task toDomain(Seal store) {
        var said =
                words == null ? new Words(null, null) : EventJson.MAPPER.readValue(store.open(words, id), Words.class);
        return new Task(UUID.fromString(id), kind, caseId, since, due, said.owner(), doneAt, said.reason());
    }
}
