package org.vigie.notice.inbound;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.vigie.notice.composition.Item;
import org.vigie.notice.dispatch.Notice;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;

/**
 * What people are asked to do about mail: one task for each that answers a notice, and one for all mail that answers
 * none, so that as many mails as there are do not bury other work.
 */
@Component
class MailTasks {

    private static final UUID ANSWERS_NOTHING = NameBasedIds.of("task", TaskKind.MAIL);
    private static final String READ = "READ";

    private final OpenTasks tasks;
    private final Messages messages;
    private final Clock clock;

    MailTasks(OpenTasks tasks, Messages messages, Clock clock) {
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
    }

    /** A mail came that answers none of our notices. */
    void askWhatItIs() {
        tasks.openAs(ANSWERS_NOTHING, TaskKind.MAIL, null, clock.instant());
    }

    /** Closes that task once a person read every one of them. */
    void settle() {
        if (messages.list(new Messages.Filter(true, null), null, 1).isEmpty()) {
            tasks.close(ANSWERS_NOTHING, Task.NOT_NEEDED, clock.instant());
        }
    }

    /** A person is to read a mail that answers the notice, unless one did. */
    void ask(Message message, Notice notice) {
        if (message.reading() == null) {
            cases(notice)
                    .forEach(caseId -> tasks.open(
                            TaskKind.REPLY, caseId, message.messageId(), notice.noticeId(), clock.instant()));
        }
    }

    /**
     * Closes what was opened for what was read in a mail first.
     *
     * @param occasion the message, or the answer that was recorded from it
     */
    void wasRead(Notice notice, UUID occasion) {
        cases(notice).forEach(caseId -> tasks.close(TaskKind.REPLY, caseId, occasion, READ, clock.instant()));
    }

    private static Stream<UUID> cases(Notice notice) {
        return notice.items().stream().map(Item::caseId).distinct();
    }
}
