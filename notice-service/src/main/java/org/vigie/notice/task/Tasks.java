package org.vigie.notice.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every task. */
public interface Tasks {

    Optional<Task> find(UUID taskId);

    /**
     * Stores the task, new or as it was read.
     *
     * @return false if somebody was faster; nothing is stored then
     */
    boolean save(Task task);

    /** Open ones, the earliest due first. */
    List<Task> open(int limit);

    /** How many are open by kind; kinds of which none is are absent. */
    Map<TaskKind, Long> countOpen();

    /** How many of the open ones were due before an instant, by kind; kinds of which none was are absent. */
    Map<TaskKind, Long> countDueBefore(Instant instant);

    /** Open ones of a case, in no particular order. */
    List<Task> openOf(UUID caseId);
}
