package org.vigie.notice.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every task. */
public interface Tasks {

    Optional<Task> find(UUID taskId);

    /**
     * Stores the task, new or as it was read.
     *
     * @return it as stored; empty if somebody was faster, and nothing is stored then
     */
    Optional<Task> save(Task task);

    /**
     * Open ones, the earliest due first.
     *
     * @param kind absent for every kind
     * @param caseId absent for every case
     * @param after where the page before ended, absent at the beginning
     */
    List<Task> open(@Nullable TaskKind kind, @Nullable UUID caseId, @Nullable Task after, int limit);

    /** Cases with an open task of the kind in the order of their ids, after the cursor; each once. */
    List<UUID> casesWith(TaskKind kind, @Nullable UUID after, int limit);

    /** How many are open by kind; kinds of which none is are absent. */
    Map<TaskKind, Long> countOpen();

    /**
     * How many of the open ones were due before an instant, by kind; kinds of which none was are absent.
     *
     * @param kinds of which some may have been
     */
    Map<TaskKind, Long> countDueBefore(Instant instant, Collection<TaskKind> kinds);

    /** The same of all kinds together. */
    long countAllDueBefore(Instant instant);

    /** Open ones with a claim that counts beyond the instant, the earliest due first. */
    List<Task> claimedAt(Instant instant, int limit);

    /** Open ones of a case, in no particular order. */
    List<Task> openOf(UUID caseId);
}
