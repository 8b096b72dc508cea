package org.vigie.notice.inbound;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;

/** The one task of all mail that answers none of our notices: as many mails as there are do not bury other work. */
@Component
class MailTask {

    private static final UUID TASK = NameBasedIds.of("task", TaskKind.MAIL);

    private final OpenTasks tasks;
    private final Messages messages;
    private final Clock clock;

    MailTask(OpenTasks tasks, Messages messages, Clock clock) {
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
    }

    /** Such a mail came. */
    void open() {
        tasks.openAs(TASK, TaskKind.MAIL, null, clock.instant());
    }

    /** Closes it once a person read every one of them. */
    void settle() {
        if (messages.list(new Messages.Filter(true, null), null, 1).isEmpty()) {
            tasks.close(TASK, Task.NOT_NEEDED, clock.instant());
        }
    }
}
