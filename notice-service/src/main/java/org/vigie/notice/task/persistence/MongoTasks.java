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

/** Keeps tasks in the {@code tasks} collection. */
@Repository
class MongoTasks implements Tasks {

    private final MongoOperations mongo;

    MongoTasks(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Task> find(UUID taskId) {
        return Optional.ofNullable(mongo.findById(taskId.toString(), TaskDocument.class))
                .map(TaskDocument::toDomain);
    }

    @Override
    public void save(Task task) {
        mongo.save(TaskDocument.of(task));
    }

    @Override
    public List<Task> open(int limit) {
        var query = query(where("doneAt").isNull()).with(Sort.by("due", "_id")).limit(limit);
        return mongo.find(query, TaskDocument.class).stream()
                .map(TaskDocument::toDomain)
                .toList();
    }
}
