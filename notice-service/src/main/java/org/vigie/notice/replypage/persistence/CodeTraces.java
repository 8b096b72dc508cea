package org.vigie.notice.replypage.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.erasure.NoticeTrace;

/** Codes go with their notice. */
@Repository
class CodeTraces implements NoticeTrace {

    private final MongoOperations mongo;

    CodeTraces(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void eraseOf(UUID noticeId) {
        mongo.remove(query(where("_id").is(noticeId.toString())), ReplyCodeDocument.class);
    }
}
