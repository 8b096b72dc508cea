package org.vigie.notice.notice.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.notice.Gathering;
import org.vigie.notice.notice.Gatherings;

/** Keeps gatherings in the {@code gatherings} collection. */
@Repository
class MongoGatherings implements Gatherings {

    private final MongoOperations mongo;

    MongoGatherings(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Gathering> find(String key) {
        return Optional.ofNullable(mongo.findById(key, GatheringDocument.class)).map(GatheringDocument::toDomain);
    }

    @Override
    public boolean save(Gathering gathering) {
        try {
            mongo.save(GatheringDocument.of(gathering));
            return true;
        } catch (OptimisticLockingFailureException | DuplicateKeyException _) {
            return false;
        }
    }

    @Override
    public Map<String, Instant> due() {
        var found = new HashMap<String, Instant>();
        var query = query(where("due").ne(null));
        query.fields().include("due");
        for (var document : mongo.find(query, Document.class, "gatherings")) {
            var at = document.getDate("due");
            if (at != null) {
                found.put(document.getString("_id"), at.toInstant());
            }
        }
        return found;
    }
}
