package org.vigie.notice.task;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every task. */
public interface Tasks {

    Optional<Task> find(UUID taskId);

    /** Stores the task, new or not. */
    void save(Task task);

    /** Open ones, the earliest due first. */
    List<Task> open(int limit);

    /** Open ones of a case, in no particular order. */
    List<Task> openOf(UUID caseId);
}
