package org.vigie.notice.desk.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;

/**
 * What brought a person to a page, and what is to follow once it is done.
 *
 * @param task absent if none did
 * @param kind of which alone the next tasks are to be, absent for every kind
 */
record Errand(@Nullable UUID task, @Nullable TaskKind kind) {

    /** As an address says it. */
    static Errand of(@Nullable String task, @Nullable String kind) {
        return new Errand(
                Words.id(task).orElse(null), Words.of(TaskKind.class, kind).orElse(null));
    }

    /** As the form of a page sends it along. */
    static Errand of(Typed typed) {
        return of(typed.raw("task"), typed.raw("kind"));
    }

    static Errand of(Task task, @Nullable TaskKind kind) {
        return new Errand(task.taskId(), kind);
    }

    /** As it stands behind the address of a page. */
    String query() {
        return kind == null ? "?task=" + task : "?task=%s&kind=%s".formatted(task, kind);
    }
}
