package org.vigie.notice.delivery.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.erasure.NoticeTrace;

/** What a person saw after a form was handed in goes with its notice. */
@Repository
class SubmissionTraces implements NoticeTrace {

    private final MongoOperations mongo;

    SubmissionTraces(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void eraseOf(UUID noticeId) {
        mongo.remove(query(where("_id").is(noticeId.toString())), SubmissionDocument.class);
    }
}
