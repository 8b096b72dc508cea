package org.vigie.notice.replypage.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.replypage.ReplyCode;
import org.vigie.notice.replypage.ReplyCodes;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Keeps codes in the {@code reply_codes} collection. */
@Repository
class MongoReplyCodes implements ReplyCodes {

    private final MongoOperations mongo;
    private final Seal store;

    MongoReplyCodes(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Optional<ReplyCode> find(UUID noticeId) {
        return Optional.ofNullable(mongo.findById(noticeId.toString(), ReplyCodeDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public boolean save(ReplyCode code) {
        var next = ReplyCodeDocument.of(code, store);
        if (code.version() != null) {
            var asRead = query(where("_id").is(next.id()).and("version").is(code.version()));
            return mongo.replace(asRead, next).getMatchedCount() == 1;
        }
        try {
            mongo.insert(next);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }
}
