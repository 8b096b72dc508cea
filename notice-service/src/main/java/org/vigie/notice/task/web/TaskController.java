package org.vigie.notice.task.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.notice.FinishTask;
import org.vigie.notice.notice.FinishTask.EndsOtherwise;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.TaskTaken;
import org.vigie.notice.task.Tasks;
import org.vigie.notice.task.Unseen;
import org.vigie.support.web.Given;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;
import org.vigie.support.web.Required;
import org.vigie.support.web.Text;

/** What people are asked to do, over HTTP. */
@RestController
@RequestMapping("/v1/tasks")
class TaskController {

    record TaskView(
            UUID taskId,
            TaskKind kind,
            UUID caseId,
            @Nullable UUID noticeId,
            Instant since,
            Instant due,
            @Nullable String owner,
            @Nullable Instant claimedUntil,
            @Nullable Instant doneAt,
            @Nullable String reason,
            @Nullable String because,
            @Nullable String explanation,
            @Nullable String endsBy) {
        static TaskView of(Task task) {
            var because = task.because();
            return new TaskView(
                    task.taskId(),
                    task.kind(),
                    task.caseId(),
                    task.noticeId(),
                    task.since(),
                    task.due(),
                    task.owner(),
                    task.claimedUntil(),
                    task.doneAt(),
                    task.reason(),
                    because,
                    because == null ? null : Unseen.inWords(because),
                    because == null ? null : Unseen.endsBy(because));
        }
    }

    /**
     * Part of the work list.
     *
     * @param next cursor of the next part, absent at the end
     */
    record TaskList(List<TaskView> tasks, @Nullable UUID next) {}

    record DoneRequest(@Required @Text @Nullable String reason) {}

    private final Tasks tasks;
    private final OpenTasks openTasks;
    private final FinishTask finishTask;
    private final Clock clock;

    TaskController(Tasks tasks, OpenTasks openTasks, FinishTask finishTask, Clock clock) {
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.finishTask = finishTask;
        this.clock = clock;
    }

    @Operation(
            operationId = "listTasks",
            summary = "List the open tasks",
            description = "The work list, the earliest due first, page by page.")
    @GetMapping
    TaskList open(
            @RequestParam(required = false) @Nullable TaskKind kind,
            @RequestParam(name = "case_id", required = false) @Nullable UUID caseId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var size = Paging.size(limit);
        var after = cursor == null ? null : tasks.find(cursor).orElseThrow(Paging::notACursor);
        var open = tasks.open(kind, caseId, after, size);
        return new TaskList(
                open.stream().map(TaskView::of).toList(),
                open.size() < size ? null : open.getLast().taskId());
    }

    /** Somebody will do it; nobody else may for a shift. */
    @Operation(
            operationId = "claimTask",
            summary = "Claim a task",
            description = "Nobody else may have the task for eight hours. Claiming it again prolongs the claim.")
    @PostMapping("/{id}/claim")
    @Refuses({"404 not-found", "409 task-taken"})
    TaskView claim(@PathVariable UUID id, @RequestHeader("Vigie-Operator") String operator) {
        return openTasks
                .claim(id, Given.header(operator, "Vigie-Operator"), clock.instant())
                .map(TaskView::of)
                .orElseThrow(() -> new NotFound("task"));
    }

    /** Somebody did it. */
    @Operation(
            operationId = "finishTask",
            summary = "Close a task",
            description =
                    "Records that the task is done, by whom and why; the timeline of its case tells it. Repeating it changes nothing. A task that another call ends cannot be closed before: WEB_FORM, UNCERTAIN_SEND and DISPUTE.")
    @PostMapping("/{id}/done")
    @Refuses({"404 not-found", "409 task-taken", "409 task-ends-otherwise"})
    TaskView done(
            @PathVariable UUID id, @RequestHeader("Vigie-Operator") String operator, @RequestBody DoneRequest said) {
        var who = Given.header(operator, "Vigie-Operator");
        var why = Given.text(said.reason(), "/reason");
        return finishTask.finish(id, who, why).map(TaskView::of).orElseThrow(() -> new NotFound("task"));
    }

    @ExceptionHandler
    ProblemDetail on(EndsOtherwise refused) {
        return Problems.of(
                HttpStatus.CONFLICT, "task-ends-otherwise", "This task is closed by %s.".formatted(refused.call()));
    }

    @ExceptionHandler
    ProblemDetail on(TaskTaken taken) {
        return Problems.of(HttpStatus.CONFLICT, "task-taken", "The task belongs to someone else or is already done.");
    }
}
