package org.vigie.notice.replypage.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.replypage.ReplyCode;
import org.vigie.notice.replypage.ReplyCodes;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.work.Optimistic;

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
    public Optional<ReplyCode> save(ReplyCode code) {
        var next = ReplyCodeDocument.of(code, store);
        if (code.version() != null) {
            var asRead = query(where("_id").is(next.id()).and("version").is(code.version()));
            var replaced = mongo.replace(asRead, next).getMatchedCount() == 1;
            return replaced ? Optional.of(next.toDomain(store)) : Optional.empty();
        }
        return Optimistic.write(() -> mongo.insert(next)).map(stored -> stored.toDomain(store));
    }
}
