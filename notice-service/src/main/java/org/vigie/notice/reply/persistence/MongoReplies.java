package org.vigie.notice.reply.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.removal.Reply;
import org.vigie.notice.reply.Replies;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Keeps answers in the {@code replies} collection. */
@Repository
class MongoReplies implements Replies {

    private final MongoOperations mongo;
    private final Seal store;

    MongoReplies(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Optional<Reply> find(UUID replyId) {
        return Optional.ofNullable(mongo.findById(replyId.toString(), ReplyDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public List<Reply> to(UUID noticeId) {
        var query = query(where("noticeId").is(noticeId)).with(Sort.by("receivedAt", "_id"));
        return mongo.find(query, ReplyDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }

    @Override
    public boolean add(Reply reply) {
        try {
            mongo.insert(ReplyDocument.of(reply, store));
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }
}
