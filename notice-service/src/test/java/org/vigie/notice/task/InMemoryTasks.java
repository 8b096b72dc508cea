package org.vigie.notice.task;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tasks in memory. */
public final class InMemoryTasks implements Tasks {

    private final Map<UUID, Task> stored = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Task> find(UUID taskId) {
        return Optional.ofNullable(stored.get(taskId));
    }

    @Override
    public synchronized void save(Task task) {
        stored.put(task.taskId(), task);
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
    public synchronized List<Task> openOf(UUID caseId) {
        return stored.values().stream()
                .filter(task -> task.isOpen() && task.caseId().equals(caseId))
                .toList();
    }
}
