package org.vigie.notice.task.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.TaskKind;
import org.vigie.notice.task.Tasks;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.work.Optimistic;

/** Keeps tasks in the {@code tasks} collection. */
@Repository
class MongoTasks implements Tasks {

    private final MongoOperations mongo;
    private final Seal store;

    MongoTasks(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Optional<Task> find(UUID taskId) {
        return Optional.ofNullable(mongo.findById(taskId.toString(), TaskDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public Optional<Task> save(Task task) {
        var next = TaskDocument.of(task, store);
        if (task.version() != null) {
            var version = task.version().equals(TaskDocument.UNVERSIONED) ? null : task.version();
            var asRead = query(where("_id").is(next.id()).and("version").is(version));
            var replaced = mongo.replace(asRead, next).getMatchedCount() == 1;
            return replaced ? Optional.of(next.toDomain(store)) : Optional.empty();
        }
        return Optimistic.write(() -> mongo.insert(next)).map(stored -> stored.toDomain(store));
    }

    @Override
    public List<Task> open(@Nullable TaskKind kind, @Nullable UUID caseId, @Nullable Task after, int limit) {
        var asked = where("doneAt").isNull();
        if (kind != null) {
            asked = asked.and("kind").is(kind);
        }
        if (caseId != null) {
            asked = asked.and("caseId").is(caseId);
        }
        if (after != null) {
            var later = where("due").gt(after.due());
            var same = where("due").is(after.due()).and("_id").gt(after.taskId().toString());
            asked = asked.orOperator(later, same);
        }
        var query = query(asked).with(Sort.by("due", "_id")).limit(limit);
        return mongo.find(query, TaskDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }

    @Override
    public List<Task> claimedAt(Instant instant, int limit) {
        var claimed = where("doneAt").isNull().and("claimedUntil").gt(instant);
        return mongo.find(query(claimed).limit(limit), TaskDocument.class).stream()
                .map(document -> document.toDomain(store))
                .sorted(Comparator.comparing(Task::due)
                        .thenComparing(task -> task.taskId().toString()))
                .toList();
    }

    @Override
    public Map<TaskKind, Long> countOpen() {
        return count(() -> where("doneAt").isNull(), List.of(TaskKind.values()));
    }

    @Override
    public Map<TaskKind, Long> countDueBefore(Instant instant, Collection<TaskKind> kinds) {
        return count(() -> where("doneAt").isNull().and("due").lt(instant), kinds);
    }

    @Override
    public long countAllDueBefore(Instant instant) {
        return mongo.count(query(where("doneAt").isNull().and("due").lt(instant)), TaskDocument.class);
    }

    private Map<TaskKind, Long> count(Supplier<Criteria> criteria, Collection<TaskKind> kinds) {
        var counts = new EnumMap<TaskKind, Long>(TaskKind.class);
        for (var kind : kinds) {
            long count = mongo.count(query(criteria.get().and("kind").is(kind)), TaskDocument.class);
            if (count > 0) {
                counts.put(kind, count);
            }
        }
        return counts;
    }

    @Override
    public List<UUID> casesWith(TaskKind kind, @Nullable UUID after, int limit) {
        var asked = where("doneAt").isNull().and("kind").is(kind);
        var query = query(after == null ? asked : asked.and("caseId").gt(after))
                .with(Sort.by("caseId"))
                .limit(limit);
        query.fields().include("caseId");
        return mongo.find(query, Document.class, "tasks").stream()
                .map(document -> document.get("caseId", UUID.class))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public List<Task> openOf(UUID caseId) {
        var query = query(where("caseId").is(caseId).and("doneAt").isNull());
        return mongo.find(query, TaskDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }
}
