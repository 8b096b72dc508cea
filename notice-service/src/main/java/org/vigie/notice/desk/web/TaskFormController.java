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

    private final WorkList list;
    private final Tasks tasks;
    private final OpenTasks openTasks;
    private final FinishTask finishTask;
    private final DeskPages pages;
    private final Clock clock;

    TaskFormController(
            WorkList list, Tasks tasks, OpenTasks openTasks, FinishTask finishTask, DeskPages pages, Clock clock) {
        this.list = list;
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
        return list.next(
                        one -> visitor.may(DeskForms.ending(one)),
                        Words.of(TaskKind.class, kind).orElse(null),
                        visitor.person())
                .map(task -> DeskAnswer.seeOther(place(visitor, task)))
                .orElseGet(() -> toList(visitor, Said.NOTHING_LEFT));
    }

    @PostMapping("/desk/tasks/{taskId}/claim")
    ResponseEntity<String> claim(@ModelAttribute(binding = false) Visitor visitor, @PathVariable UUID taskId) {
        try {
            return openTasks
                    .claim(taskId, visitor.person(), clock.instant())
                    .map(task -> DeskAnswer.seeOther(place(visitor, task)))
                    .orElseGet(() -> pages.notFound(visitor));
        } catch (TaskTaken _) {
            return toList(visitor, Said.TAKEN);
        }
    }

    /** A task that is about no one case, or the case that it is about. */
    @GetMapping("/desk/tasks/{taskId}")
    ResponseEntity<String> show(@ModelAttribute(binding = false) Visitor visitor, @PathVariable UUID taskId) {
        return tasks.find(taskId)
                .map(task -> task.caseId() == null
                        ? DeskAnswer.page(page(visitor, task, Typed.NOTHING, null))
                        : DeskAnswer.seeOther(place(visitor, task)))
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
                    .map(_ -> toList(visitor, Said.TASK_DONE))
                    .orElseGet(() -> pages.notFound(visitor));
        } catch (TaskTaken _) {
            return toList(visitor, Said.TAKEN);
        } catch (EndsOtherwise _) {
            return toList(visitor, Said.ENDS_OTHERWISE);
        } catch (InvalidField refused) {
            return tasks.find(taskId)
                    .map(task -> DeskAnswer.page(
                            HttpStatus.UNPROCESSABLE_CONTENT, page(visitor, task, typed, refused.getMessage())))
                    .orElseGet(() -> pages.notFound(visitor));
        }
    }

    private String page(Visitor visitor, Task task, Typed typed, @Nullable String refused) {
        return pages.filled(
                "task",
                visitor,
                Map.of(
                        "task",
                        task,
                        "typed",
                        typed,
                        "mayHaveIt",
                        list.isFree(task) || list.isOf(task, visitor.person()),
                        "refused",
                        Optional.ofNullable(refused)));
    }

    private static String place(Visitor visitor, Task task) {
        return task.caseId() == null
                ? "%s/desk/tasks/%s".formatted(visitor.root(), task.taskId())
                : "%s/desk/cases/%s?task=%s".formatted(visitor.root(), task.caseId(), task.taskId());
    }

    private static ResponseEntity<String> toList(Visitor visitor, Said said) {
        return DeskAnswer.seeOther("%s/desk?said=%s".formatted(visitor.root(), said.code()));
    }
}
