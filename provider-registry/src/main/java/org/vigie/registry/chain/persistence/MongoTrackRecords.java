package org.vigie.registry.chain.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.registry.chain.Responsiveness;
import org.vigie.registry.chain.TrackRecords;

/** Keeps what became of targetings in the {@code track_records} collection. */
@Repository
class MongoTrackRecords implements TrackRecords {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final MongoOperations mongo;

    MongoTrackRecords(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public void keep(TargetingSnapshot targeting) {
        var document = new TrackRecordDocument(
                targeting.targetingId().toString(),
                targeting.version(),
                targeting.providerId().toString(),
                Instant.ofEpochMilli(targeting.handedOverAt()),
                targeting.end() != End.VOID,
                removedWithinDay(targeting));
        try {
            mongo.upsert(
                    query(where("_id").is(document.id()).and("version").lt(document.version())),
                    new Update()
                            .set("version", document.version())
                            .set("provider", document.provider())
                            .set("handedOverAt", document.handedOverAt())
                            .set("counts", document.counts())
                            .set("removedWithinDay", document.removedWithinDay()),
                    TrackRecordDocument.class);
        } catch (DuplicateKeyException _) {
            // The one that is there is as new or newer.
        }
    }

    @Override
    public Responsiveness of(UUID provider, Instant from, Instant before) {
        var targetings = mongo.count(query(counted(provider, from, before)), TrackRecordDocument.class);
        if (targetings == 0) {
            return Responsiveness.UNKNOWN;
        }
        var removed = mongo.count(
                query(counted(provider, from, before).and("removedWithinDay").is(true)), TrackRecordDocument.class);
        return new Responsiveness(targetings, removed);
    }

    private static Criteria counted(UUID provider, Instant from, Instant before) {
        return where("provider")
                .is(provider.toString())
                .and("handedOverAt")
                .gte(from)
                .lt(before)
                .and("counts")
                .is(true);
    }

    private static boolean removedWithinDay(TargetingSnapshot targeting) {
        var removedAt = targeting.removedAt();
        return targeting.end() == End.REMOVED
                && removedAt != null
                && removedAt - targeting.handedOverAt() - targeting.heldMs() <= DAY_MS;
    }
}
