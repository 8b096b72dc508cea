package org.vigie.notice.content.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.content.Content;
import org.vigie.notice.content.Contents;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Keeps contents in the {@code contents} collection. */
@Repository
class MongoContents implements Contents {

    private static final int SCAN_LIMIT = 10_000;

    private final MongoOperations mongo;
    private final Seal store;

    MongoContents(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Optional<Content> find(String token) {
        return Optional.ofNullable(mongo.findById(token, ContentDocument.class))
                .map(document -> document.toDomain(store));
    }

    @Override
    public Optional<Content> save(Content content) {
        try {
            var saved = mongo.save(ContentDocument.of(content, store));
            return Optional.of(content.storedAt(Objects.requireNonNull(saved.version())));
        } catch (OptimisticLockingFailureException | DuplicateKeyException _) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> untold() {
        var query = query(where("untold").is(true)).limit(SCAN_LIMIT);
        query.fields().include("_id");
        return mongo.find(query, Document.class, "contents").stream()
                .map(document -> document.getString("_id"))
                .toList();
    }
}
