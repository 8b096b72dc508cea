package org.vigie.notice.task;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks in memory. */
public final class InMemoryTasks implements Tasks {

    private final Map<UUID, Task> stored = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Task> find(UUID taskId) {
        return Optional.ofNullable(stored.get(taskId));
    }

    @Override
    public synchronized Optional<Task> save(Task task) {
        var before = stored.get(task.taskId());
        if (!Objects.equals(before == null ? null : before.version(), task.version())) {
            return Optional.empty();
        }
        var next = TasksContract.stored(task);
        stored.put(task.taskId(), next);
        return Optional.of(next);
    }

    @Override
    public synchronized List<Task> open(
            @Nullable TaskKind kind, @Nullable UUID caseId, @Nullable Task after, int limit) {
        var order = Comparator.comparing(Task::due)
                .thenComparing(task -> task.taskId().toString());
        return stored.values().stream()
                .filter(Task::isOpen)
                .filter(task -> kind == null || task.kind() == kind)
                .filter(task -> caseId == null || caseId.equals(task.caseId()))
                .filter(task -> after == null || order.compare(task, after) > 0)
                .sorted(order)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Task> claimedAt(Instant instant, int limit) {
        return open(null, null, null, Integer.MAX_VALUE).stream()
                .filter(task -> task.claimedUntil() != null && instant.isBefore(task.claimedUntil()))
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
    public synchronized Map<TaskKind, Long> countDueBefore(Instant instant, Collection<TaskKind> kinds) {
        return stored.values().stream()
                .filter(task -> task.isOpen() && task.due().isBefore(instant) && kinds.contains(task.kind()))
                .collect(Collectors.groupingBy(Task::kind, Collectors.counting()));
    }

    @Override
    public long countAllDueBefore(Instant instant) {
        return countDueBefore(instant, Set.of(TaskKind.values())).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public synchronized List<UUID> casesWith(TaskKind kind, @Nullable UUID after, int limit) {
        return stored.values().stream()
                .filter(task -> task.isOpen() && task.kind() == kind)
                .flatMap(task -> Stream.ofNullable(task.caseId()))
                .map(UUID::toString)
                .filter(id -> after == null || id.compareTo(after.toString()) > 0)
                .distinct()
                .sorted()
                .limit(limit)
                .map(UUID::fromString)
                .toList();
    }

    @Override
    public synchronized List<Task> openOf(UUID caseId) {
        return stored.values().stream()
                .filter(task -> task.isOpen() && caseId.equals(task.caseId()))
                .toList();
    }
}
