package org.vigie.notice.task.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;

/** What people are asked to do, over HTTP. */
@RestController
@RequestMapping("/v1/tasks")
class TaskController {

    private static final int MOST = 1000;

    record TaskView(UUID taskId, TaskKind kind, UUID caseId, Instant since, Instant due) {
        static TaskView of(Task task) {
            return new TaskView(task.taskId(), task.kind(), task.caseId(), task.since(), task.due());
        }
    }

    record TaskList(List<TaskView> tasks) {}

    private final Tasks tasks;

    TaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Open tasks, the earliest due first. */
    @GetMapping
    TaskList open() {
        return new TaskList(tasks.open(MOST).stream().map(TaskView::of).toList());
    }
}
