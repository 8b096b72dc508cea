package org.vigie.notice.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.notice.oversight.ListCases;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.OpenTasks;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.TaskTaken;
import org.vigie.notice.task.Tasks;

/** The open tasks, the earliest due first, each with its case, and which of them is next for a person. */
@Service
public class WorkList {

    /** Tasks that somebody has are passed over in portions of so many. */
    private static final int PORTION = 200;

    /** So many claims run at once at most: more people than any hotline has. */
    private static final int CLAIMS = 500;

    private final Tasks tasks;
    private final OpenTasks openTasks;
    private final ListCases cases;
    private final Clock clock;

    WorkList(Tasks tasks, OpenTasks openTasks, ListCases cases, Clock clock) {
        this.tasks = tasks;
        this.openTasks = openTasks;
        this.cases = cases;
        this.clock = clock;
    }

    /** Whose tasks are listed. */
    public enum Whose {
        ALL,
        /** Nobody has claimed it, or the claim is over. */
        FREE,
        MINE
    }

    /** A task and its case, which is absent where it is about no one case. */
    public record Line(Task task, @Nullable RemovalCase about) {}

    /**
     * Part of the list.
     *
     * @param next the task that the part ended with, absent at the end
     */
    public record Part(List<Line> lines, @Nullable UUID next) {

        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * How much waits.
     *
     * @param open by kind; kinds of which none is open are absent
     * @param late how many were due before now
     * @param mine how many the person has claimed
     */
    public record Counts(Map<TaskKind, Long> open, long late, long mine) {

        /** How many are open. */
        public long all() {
            return open.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public Counts counts(String person) {
        var late = tasks.countAllDueBefore(clock.instant());
        return new Counts(tasks.countOpen(), late, claimedBy(person, null).size());
    }

    /**
     * The tasks after the one that the part before ended with.
     *
     * @param kind absent for every kind
     * @param after absent at the beginning; at the beginning again if there is no such task any more
     */
    public Part part(@Nullable TaskKind kind, Whose whose, String person, @Nullable UUID after, int size) {
        var begin = after == null ? null : tasks.find(after).orElse(null);
        return switch (whose) {
            case ALL -> shown(tasks.open(kind, null, begin, size), size);
            case FREE -> shown(passing(kind, begin, size, this::isFree), size);
            case MINE -> new Part(lines(claimedBy(person, kind)), null);
        };
    }

    /**
     * Claims for the person the task that is due first and that nobody has, of the kinds that they may do something
     * about, unless another person must decide; empty if there is none.
     */
    public Optional<Task> next(Predicate<TaskKind> mayDo, @Nullable TaskKind kind, String person) {
        Task begin = null;
        while (true) {
            var portion = tasks.open(kind, null, begin, PORTION);
            for (var line : lines(portion.stream()
                    .filter(task -> isFree(task) && mayDo.test(task.kind()))
                    .toList())) {
                var claimed = SecondPerson.mayBe(person, line) ? claimed(line.task(), person) : null;
                if (claimed != null) {
                    return Optional.of(claimed);
                }
            }
            if (portion.size() < PORTION) {
                return Optional.empty();
            }
            begin = portion.getLast();
        }
    }

    /** Absent if somebody was faster. */
    private @Nullable Task claimed(Task task, String person) {
        try {
            return openTasks.claim(task.taskId(), person, clock.instant()).orElse(null);
        } catch (TaskTaken _) {
            return null;
        }
    }

    /** Whether nobody's claim of it counts any more. */
    public boolean isFree(Task task) {
        return task.claimedUntil() == null || !clock.instant().isBefore(task.claimedUntil());
    }

    /** Whether the person has claimed it and the claim counts. */
    public boolean isOf(Task task, String person) {
        return !isFree(task) && task.owner() != null && org.vigie.support.Person.same(task.owner(), person);
    }

    private List<Task> claimedBy(String person, @Nullable TaskKind kind) {
        return tasks.claimedAt(clock.instant(), CLAIMS).stream()
                .filter(task -> isOf(task, person) && (kind == null || task.kind() == kind))
                .toList();
    }

    private List<Task> passing(@Nullable TaskKind kind, @Nullable Task after, int size, Predicate<Task> wanted) {
        var found = new ArrayList<Task>();
        var begin = after;
        while (found.size() < size) {
            var portion = tasks.open(kind, null, begin, PORTION);
            portion.stream().filter(wanted).limit((long) size - found.size()).forEach(found::add);
            if (portion.size() < PORTION) {
                break;
            }
            begin = portion.getLast();
        }
        return found;
    }

    private Part shown(List<Task> some, int size) {
        return new Part(lines(some), some.size() < size ? null : some.getLast().taskId());
    }

    private List<Line> lines(List<Task> some) {
        var ids = some.stream().map(Task::caseId).filter(Objects::nonNull).collect(Collectors.toSet());
        var known = cases.these(ids).stream().collect(Collectors.toMap(RemovalCase::caseId, Function.identity()));
        return some.stream()
                .map(task -> new Line(task, task.caseId() == null ? null : known.get(task.caseId())))
                .toList();
    }
}
