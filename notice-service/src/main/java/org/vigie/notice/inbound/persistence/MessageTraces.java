package org.vigie.notice.inbound.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.erasure.NoticeTrace;

/** Mail goes with the notice that it answers. */
@Repository
class MessageTraces implements NoticeTrace {

    private final MongoOperations mongo;

    MessageTraces(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void eraseOf(UUID noticeId) {
        mongo.remove(query(where("noticeId").is(noticeId)), MessageDocument.class);
    }
}
