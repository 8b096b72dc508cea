package org.vigie.notice.reply.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.erasure.NoticeTrace;

/** Answers go with their notice. */
@Repository
class ReplyTraces implements NoticeTrace {

    private final MongoOperations mongo;

    ReplyTraces(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void eraseOf(UUID noticeId) {
        mongo.remove(query(where("noticeId").is(noticeId)), ReplyDocument.class);
    }
}
