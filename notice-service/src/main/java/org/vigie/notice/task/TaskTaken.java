package org.vigie.notice.task;

import java.util.UUID;
import org.vigie.support.Refusal;

/** Somebody else has the task, or it is done. */
public final class TaskTaken extends Refusal {

    private static final long serialVersionUID = 1;

    TaskTaken(UUID taskId) {
        super("task %s is somebody else's or done".formatted(taskId));
    }
}
