package org.vigie.notice.task.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.task.Task;
import org.vigie.notice.task.Tasks;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

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
    public void save(Task task) {
        mongo.save(TaskDocument.of(task, store));
    }

    @Override
    public List<Task> open(int limit) {
        var query = query(where("doneAt").isNull()).with(Sort.by("due", "_id")).limit(limit);
        return mongo.find(query, TaskDocument.class).stream()
                .map(document -> document.toDomain(store))
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
