package org.vigie.notice.task.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.notice.erasure.Trace;

/** Of tasks that are done, who did them and in which words is erased. */
@Repository
class TaskTraces implements Trace {

    private final MongoOperations mongo;

    TaskTraces(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public long erase(UUID caseId, Instant until) {
        var done =
                where("caseId").is(caseId).and("doneAt").lte(until).and("words").ne(null);
        return mongo.updateMulti(query(done), new Update().unset("words"), TaskDocument.class)
                .getModifiedCount();
    }
}
