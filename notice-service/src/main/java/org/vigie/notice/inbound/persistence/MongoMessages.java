package org.vigie.notice.inbound.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;
import org.vigie.notice.inbound.Message;
import org.vigie.notice.inbound.Messages;
import org.vigie.notice.inbound.Reading;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Keeps messages in the {@code messages} collection. */
@Repository
class MongoMessages implements Messages {

    private final MongoOperations mongo;
    private final Seal store;

    MongoMessages(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Optional<Message> find(UUID messageId) {
        return Optional.ofNullable(mongo.findById(messageId.toString(), MessageDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public List<Message> to(UUID noticeId) {
        var query = query(where("noticeId").is(noticeId)).with(Sort.by("receivedAt", "_id"));
        return mongo.find(query, MessageDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }

    @Override
    public List<Message> list(Filter filter, @Nullable Message after, int limit) {
        var asked = new Criteria();
        if (filter.waiting() != null) {
            asked = asked.and("waits").is(filter.waiting());
        }
        if (filter.kind() != null) {
            asked = asked.and("is").is(filter.kind());
        }
        if (after != null) {
            var later = where("receivedAt").gt(after.receivedAt());
            var same = where("receivedAt")
                    .is(after.receivedAt())
                    .and("_id")
                    .gt(after.messageId().toString());
            asked = asked.orOperator(later, same);
        }
        var query = query(asked).with(Sort.by("receivedAt", "_id")).limit(limit);
        return mongo.find(query, MessageDocument.class).stream()
                .map(document -> document.toDomain(store))
                .toList();
    }

    @Override
    public boolean read(UUID messageId, Reading reading) {
        return find(messageId)
                .map(message -> MessageDocument.of(message.readAs(reading), store))
                .filter(read -> mongo.replace(
                                        query(where("_id")
                                                .is(read.id())
                                                .and("reading")
                                                .isNull()),
                                        read)
                                .getMatchedCount()
                        == 1)
                .isPresent();
    }

    @Override
    public boolean add(Message message) {
        try {
            mongo.insert(MessageDocument.of(message, store));
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    @Override
    public long forget(Instant receivedBefore) {
        var over = where("noticeId")
                .isNull()
                .and("receivedAt")
                .lt(receivedBefore)
                .and("waits")
                .is(false);
        return mongo.remove(query(over), MessageDocument.class).getDeletedCount();
    }
}
