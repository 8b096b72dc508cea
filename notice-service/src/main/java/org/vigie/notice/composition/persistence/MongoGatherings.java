package org.vigie.notice.composition.persistence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.composition.Gathering;
import org.vigie.notice.composition.Gatherings;
import org.vigie.support.store.DueScan;
import org.vigie.support.work.Optimistic;

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
    public Optional<Gathering> save(Gathering gathering) {
        return Optimistic.write(() -> mongo.save(GatheringDocument.of(gathering)))
                .map(GatheringDocument::toDomain);
    }

    @Override
    public Map<String, Instant> due() {
        return DueScan.earliest(mongo, "gatherings", Function.identity());
    }
}
