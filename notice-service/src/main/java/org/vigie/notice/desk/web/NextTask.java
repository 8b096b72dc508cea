package org.vigie.notice.desk.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vigie.notice.desk.WorkList;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;

/** Leads from one task to the next. */
@Component
class NextTask {

    private final WorkList list;

    NextTask(WorkList list) {
        this.list = list;
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

    private ResponseEntity<String> take(Visitor visitor, @Nullable TaskKind kind, String said, Said otherwise) {
        return list.next(one -> visitor.may(DeskForms.ending(one)), kind, visitor.person())
                .map(task -> DeskAnswer.seeOther(place(visitor, task, kind) + said))
                .orElseGet(() -> toList(visitor, otherwise));
    }

    /** The page that has the form which ends the task. */
    static String place(Visitor visitor, Task task, @Nullable TaskKind kind) {
        return visitor.at(page(visitor, task) + Errand.of(task, kind).query());
    }

    static ResponseEntity<String> toList(Visitor visitor, Said said) {
        return DeskAnswer.seeOther(visitor.at("/desk?said=" + said.code()));
    }

    private static String page(Visitor visitor, Task task) {
        if (task.caseId() == null) {
            return "/desk/tasks/" + task.taskId();
        }
        var noticeId = task.noticeId();
        return noticeId != null && DeskForms.isOfNotice(task.kind()) && visitor.mayRead("/desk/notices/{noticeId}")
                ? "/desk/notices/" + noticeId
                : "/desk/cases/" + task.caseId();
    }
}
