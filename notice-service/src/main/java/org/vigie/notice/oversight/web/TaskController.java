package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.oversight.FinishTask;
import org.vigie.notice.oversight.FinishTask.EndsOtherwise;
import org.vigie.notice.oversight.ListCases;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.TaskTaken;
import org.vigie.notice.task.Tasks;
import org.vigie.support.validation.Text;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Paging;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;

/** What people are asked to do, over HTTP. */
@RestController
@RequestMapping("/v1/tasks")
class TaskController {

    /**
     * Part of the work list.
     *
     * @param next cursor of the next part, absent at the end
     */
    record TaskList(List<TaskView> tasks, @Nullable UUID next) {}

    /** @param revealReason why the exact URL is needed, absent if it is not */
    record ClaimRequest(@Text @Nullable String revealReason) {}

    /**
     * What is needed to decide.
     *
     * @param about absent if it is about no one case
     * @param place absent unless a reason to show it was given
     */
    record Claimed(
            TaskView task,
            @Nullable CaseView about,
            @Nullable Revealed place) {}

    record DoneRequest(@NotNull @Text String reason) {}

    private final Tasks tasks;
    private final OpenTasks openTasks;
    private final FinishTask finishTask;
    private final ListCases listCases;
    private final CaseReader reader;
    private final Reveals reveals;
    private final Clock clock;

    TaskController(
            Tasks tasks,
            OpenTasks openTasks,
            FinishTask finishTask,
            ListCases listCases,
            CaseReader reader,
            Reveals reveals,
            Clock clock) {
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.finishTask = finishTask;
        this.listCases = listCases;
        this.reader = reader;
        this.reveals = reveals;
        this.clock = clock;
    }

    @Operation(
            operationId = "listTasks",
            summary = "List the open tasks",
            description = "The work list, the earliest due first, page by page, each task with its case in brief.")
    @GetMapping
    TaskList open(
            @RequestParam(required = false) @Nullable TaskKind kind,
            @RequestParam(name = "case_id", required = false) @Nullable UUID caseId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        var size = Paging.size(limit);
        var after = cursor == null ? null : tasks.find(cursor).orElseThrow(Paging::notACursor);
        var open = tasks.open(kind, caseId, after, size);
        var next = open.size() < size ? null : open.getLast().taskId();
        return new TaskList(shown(open), next);
    }

    private List<TaskView> shown(List<Task> some) {
        var ids =
                some.stream().flatMap(task -> Stream.ofNullable(task.caseId())).collect(Collectors.toSet());
        var cases = reader.brief(listCases.these(ids)).stream()
                .collect(Collectors.toMap(BriefCase::caseId, Function.identity()));
        return some.stream()
                .map(task -> TaskView.of(task, cases.get(task.caseId())))
                .toList();
    }

    /** Somebody will do it; nobody else may for a shift. */
    @Operation(
            operationId = "claimTask",
            summary = "Claim a task",
            description =
                    "Nobody else may have the task for eight hours; claiming it again prolongs that. Answers with the whole case and, if reveal_reason is given, with the exact URL; that is for whoever may call revealUrl (403), and the timeline names who was shown it and why.")
    @PostMapping("/{id}/claim")
    @Refuses({"404 not-found", "409 task-taken"})
    Claimed claim(
            @PathVariable UUID id,
            Operator who,
            Authentication caller,
            @RequestBody(required = false) @Valid @Nullable ClaimRequest said) {
        var why = said == null ? null : said.revealReason();
        if (why != null) {
            reveals.demand(caller);
        }
        var task = openTasks.claim(id, who.name(), clock.instant()).orElseThrow(() -> new NotFound("task"));
        var caseId = task.caseId();
        var shown = shown(List.of(task)).getFirst();
        if (caseId == null) {
            return new Claimed(shown, null, null);
        }
        var place = why == null ? null : reveals.show(caseId, who, why);
        var known = listCases.these(List.of(caseId)).getFirst();
        return new Claimed(shown, reader.view(known), place);
    }

    /** Somebody did it. */
    @Operation(
            operationId = "finishTask",
            summary = "Close a task",
            description =
                    "Records that the task is done, by whom and why; the timeline of its case tells it. Repeating it changes nothing. A task that another call ends cannot be closed before: WEB_FORM, UNCERTAIN_SEND and DISPUTE.")
    @PostMapping("/{id}/done")
    @Refuses({"404 not-found", "409 task-taken", "409 task-ends-otherwise"})
    TaskView done(@PathVariable UUID id, Operator who, @RequestBody @Valid DoneRequest said) {
        var task = finishTask.finish(id, who.name(), said.reason().strip()).orElseThrow(() -> new NotFound("task"));
        return shown(List.of(task)).getFirst();
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
