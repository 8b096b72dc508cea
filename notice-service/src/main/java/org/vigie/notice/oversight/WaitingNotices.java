package org.vigie.notice.oversight;

import java.util.Optional;
import java.util.UUID;
import org.vigie.notice.task.Task;

/** The notices that wait for a person. */
public interface WaitingNotices {

    /** The notice whose web form or uncertain outcome the task is about, empty if none waits any more. */
    Optional<UUID> of(Task task);
}
