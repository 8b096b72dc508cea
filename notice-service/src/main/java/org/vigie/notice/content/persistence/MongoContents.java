package org.vigie.notice.content.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.content.Content;
import org.vigie.notice.content.Contents;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.work.Optimistic;

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
        return Optimistic.write(() -> mongo.save(ContentDocument.of(content, store)))
                .map(saved -> content.storedAt(Objects.requireNonNull(saved.version())));
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
