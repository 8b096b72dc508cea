package org.vigie.notice.desk.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vigie.notice.desk.WorkList;
import org.vigie.notice.inbound.ListMessages;
import org.vigie.notice.inbound.Messages;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;

/** Leads from one task to the next. */
@Component
class NextTask {

    private final WorkList list;
    private final ListMessages messages;

    NextTask(WorkList list, ListMessages messages) {
        this.list = list;
        this.messages = messages;
    }

    /** Claims what is due first, is free and can be done by the visitor, and leads to it. */
    ResponseEntity<String> take(Visitor visitor, @Nullable TaskKind kind) {
        return take(visitor, kind, "", Said.NOTHING_LEFT);
    }

    /**
     * After a form: to the next task if the person asked for it, or else to a page.
     *
     * @param page its address below the root
     */
    ResponseEntity<String> after(Visitor visitor, Typed typed, String page) {
        return typed.raw("then").equals("next") && visitor.may("/desk/next")
                ? take(visitor, Errand.of(typed).kind(), "&said=" + Said.NEXT.code(), Said.ALL_DONE)
                : DeskAnswer.seeOther(visitor.at(page));
    }

    /** The same after a mail was read, with the mail that waits longest as what is next. */
    ResponseEntity<String> afterMail(Visitor visitor, Typed typed, String page) {
        var waiting = typed.raw("then").equals("next") ? waitingMail() : Optional.<String>empty();
        return waiting.map(mail -> DeskAnswer.seeOther(visitor.at(mail))).orElseGet(() -> after(visitor, typed, page));
    }

    private Optional<String> waitingMail() {
        return messages.all(new Messages.Filter(true, null), null, 1).stream()
                .map(message -> "/desk/messages/" + message.messageId())
                .findFirst();
    }

    private ResponseEntity<String> take(Visitor visitor, @Nullable TaskKind kind, String said, Said otherwise) {
        return list.next(one -> visitor.may(DeskForms.ending(one)), kind, visitor.person())
                .map(task -> DeskAnswer.seeOther(place(visitor, task, kind) + said))
                .orElseGet(() -> toList(visitor, otherwise));
    }

    /** The page that has the form which ends the task. */
    String place(Visitor visitor, Task task, @Nullable TaskKind kind) {
        return visitor.at(page(visitor, task) + Errand.of(task, kind).query());
    }

    static ResponseEntity<String> toList(Visitor visitor, Said said) {
        return DeskAnswer.seeOther(visitor.at("/desk?said=" + said.code()));
    }

    private String page(Visitor visitor, Task task) {
        if (task.caseId() == null) {
            var mail = task.kind() == TaskKind.MAIL && visitor.mayRead("/desk/messages/{messageId}")
                    ? waitingMail()
                    : Optional.<String>empty();
            return mail.orElse("/desk/tasks/" + task.taskId());
        }
        var noticeId = task.noticeId();
        return noticeId != null && DeskForms.isOfNotice(task.kind()) && visitor.mayRead("/desk/notices/{noticeId}")
                ? "/desk/notices/" + noticeId
                : "/desk/cases/" + task.caseId();
    }
}
