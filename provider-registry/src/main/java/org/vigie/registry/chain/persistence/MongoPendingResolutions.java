package org.vigie.registry.chain.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.registry.chain.PendingResolutions;
import org.vigie.support.store.DueScan;

/** Keeps cases to resolve in the {@code pending_resolutions} collection, which is empty most of the time. */
@Repository
class MongoPendingResolutions implements PendingResolutions {

    private static final String DUE = "due";
    private static final String ASKED = "asked";

    private final MongoOperations mongo;

    MongoPendingResolutions(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void ask(UUID caseId, Instant due) {
        mongo.upsert(
                query(where("_id").is(caseId.toString())),
                new Update().set(DUE, due).inc(ASKED, 1).set("tries", 0),
                PendingDocument.class);
    }

    @Override
    public Optional<Pending> find(UUID caseId) {
        return Optional.ofNullable(mongo.findById(caseId.toString(), PendingDocument.class))
                .map(document -> new Pending(caseId, document.due(), document.asked(), document.tries()));
    }

    @Override
    public void settle(Pending pending) {
        mongo.remove(asAsked(pending), PendingDocument.class);
    }

    @Override
    public void putOff(Pending pending, @Nullable Instant due) {
        var update = due == null
                ? new Update().unset(DUE)
                : new Update().set(DUE, due).inc("tries", 1);
        mongo.updateFirst(asAsked(pending), update, PendingDocument.class);
    }

    @Override
    public Map<UUID, Instant> allDue() {
        return DueScan.earliest(mongo, mongo.getCollectionName(PendingDocument.class), UUID::fromString);
    }

    private static Query asAsked(Pending pending) {
        return query(where("_id").is(pending.caseId().toString()).and(ASKED).is(pending.asked()));
    }
}
