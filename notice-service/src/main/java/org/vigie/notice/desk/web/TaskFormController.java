package org.vigie.notice.desk.web;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.desk.WorkList;
import org.vigie.notice.oversight.FinishTask;
import org.vigie.notice.oversight.FinishTask.EndsOtherwise;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.TaskTaken;
import org.vigie.notice.task.Tasks;
import org.vigie.support.validation.InvalidField;

/** Takes tasks and closes them. */
@RestController
class TaskFormController {

    private static final String TAKEN = "said." + Said.TAKEN;
    private static final String ENDS_OTHERWISE = "said." + Said.ENDS_OTHERWISE;

    private final WorkList list;
    private final NextTask next;
    private final Tasks tasks;
    private final OpenTasks openTasks;
    private final FinishTask finishTask;
    private final DeskPages pages;
    private final Clock clock;

    TaskFormController(
            WorkList list,
            NextTask next,
            Tasks tasks,
            OpenTasks openTasks,
            FinishTask finishTask,
            DeskPages pages,
            Clock clock) {
        this.list = list;
        this.next = next;
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.finishTask = finishTask;
        this.pages = pages;
        this.clock = clock;
    }

    /** Claims what is due first and free, and leads to it. */
    @PostMapping("/desk/next")
    ResponseEntity<String> next(
            @ModelAttribute(binding = false) Visitor visitor, @RequestParam(required = false) @Nullable String kind) {
        return next.take(visitor, Words.of(TaskKind.class, kind).orElse(null));
    }

    @PostMapping("/desk/tasks/{taskId}/claim")
    ResponseEntity<String> claim(@ModelAttribute(binding = false) Visitor visitor, @PathVariable UUID taskId) {
        try {
            return openTasks
                    .claim(taskId, visitor.person(), clock.instant())
                    .map(task -> DeskAnswer.seeOther(next.place(visitor, task, null)))
                    .orElseGet(() -> pages.notFound(visitor));
        } catch (TaskTaken _) {
            return NextTask.toList(visitor, Said.TAKEN);
        }
    }

    /** A task that is about no one case, or the case that it is about. */
    @GetMapping("/desk/tasks/{taskId}")
    ResponseEntity<String> show(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID taskId,
            @RequestParam Map<String, String> address) {
        return tasks.find(taskId)
                .map(task -> task.caseId() == null
                        ? DeskAnswer.page(
                                page(visitor, task, new Typed(Map.of("kind", address.getOrDefault("kind", ""))), null))
                        : DeskAnswer.seeOther(next.place(visitor, task, null)))
                .orElseGet(() -> pages.notFound(visitor));
    }

    @PostMapping("/desk/tasks/{taskId}/done")
    ResponseEntity<String> done(
            @ModelAttribute(binding = false) Visitor visitor,
            @PathVariable UUID taskId,
            @RequestParam Map<String, String> fields) {
        var typed = new Typed(fields);
        try {
            return finishTask
                    .finish(taskId, visitor.person(), typed.text("reason"))
                    .map(_ -> next.after(visitor, typed, "/desk?said=" + Said.TASK_DONE.code()))
                    .orElseGet(() -> pages.notFound(visitor));
        } catch (TaskTaken _) {
            return notDone(visitor, taskId, typed, HttpStatus.CONFLICT, TAKEN);
        } catch (EndsOtherwise _) {
            return notDone(visitor, taskId, typed, HttpStatus.CONFLICT, ENDS_OTHERWISE);
        } catch (InvalidField refused) {
            return notDone(visitor, taskId, typed, HttpStatus.UNPROCESSABLE_CONTENT, "refused." + refused.getMessage());
        }
    }

    /** Says why, and has what was typed. */
    private ResponseEntity<String> notDone(
            Visitor visitor, UUID taskId, Typed typed, HttpStatus status, String trouble) {
        return tasks.find(taskId)
                .map(task -> DeskAnswer.page(status, page(visitor, task, typed, trouble)))
                .orElseGet(() -> pages.notFound(visitor));
    }

    private String page(Visitor visitor, Task task, Typed typed, @Nullable String trouble) {
        return pages.filled(
                "task",
                visitor,
                Map.of(
                        "task",
                        task,
                        "typed",
                        typed,
                        "errand",
                        Errand.of(task, Errand.of(typed).kind()),
                        "mayHaveIt",
                        !ENDS_OTHERWISE.equals(trouble) && (list.isFree(task) || list.isOf(task, visitor.person())),
                        "trouble",
                        Optional.ofNullable(trouble)));
    }
}
