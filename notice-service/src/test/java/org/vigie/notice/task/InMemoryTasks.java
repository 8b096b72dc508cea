package org.vigie.notice.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tasks in memory. */
public final class InMemoryTasks implements Tasks {

    private final Map<UUID, Task> stored = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Task> find(UUID taskId) {
        return Optional.ofNullable(stored.get(taskId));
    }

    @Override
    public synchronized boolean save(Task task) {
        var before = stored.get(task.taskId());
        if (!Objects.equals(before == null ? null : before.version(), task.version())) {
            return false;
        }
        stored.put(task.taskId(), TasksContract.stored(task));
        return true;
    }

    @Override
    public synchronized List<Task> open(int limit) {
        return stored.values().stream()
                .filter(Task::isOpen)
                .sorted(Comparator.comparing(Task::due))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Map<TaskKind, Long> countOpen() {
        return stored.values().stream()
                .filter(Task::isOpen)
                .collect(Collectors.groupingBy(Task::kind, Collectors.counting()));
    }

    @Override
    public synchronized Map<TaskKind, Long> countDueBefore(Instant instant) {
        return stored.values().stream()
                .filter(task -> task.isOpen() && task.due().isBefore(instant))
                .collect(Collectors.groupingBy(Task::kind, Collectors.counting()));
    }

    @Override
    public synchronized List<Task> openOf(UUID caseId) {
        return stored.values().stream()
                .filter(task -> task.isOpen() && task.caseId().equals(caseId))
                .toList();
    }
}
