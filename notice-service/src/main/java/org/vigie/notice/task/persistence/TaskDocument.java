package org.vigie.notice.task.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;

/** A task as it is stored. */
@Document("tasks")
record TaskDocument(
        @Id String id,
        TaskKind kind,
        UUID caseId,
        Instant since,
        Instant due,
        @Nullable Instant doneAt,
        @Nullable String reason) {

    static TaskDocument of(Task task) {
        return new TaskDocument(
                task.taskId().toString(),
                task.kind(),
                task.caseId(),
                task.since(),
                task.due(),
                task.doneAt(),
                task.reason());
    }

    Task toDomain() {
        return new Task(UUID.fromString(id), kind, caseId, since, due, doneAt, reason);
    }
}
