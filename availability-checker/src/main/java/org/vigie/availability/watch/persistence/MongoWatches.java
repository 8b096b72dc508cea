package org.vigie.availability.watch.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.availability.watch.Hazards;
import org.vigie.availability.watch.Watch;
import org.vigie.availability.watch.Watches;
import org.vigie.support.outbox.JustStored;
import org.vigie.support.store.DueScan;
import org.vigie.support.work.Optimistic;

/** Keeps watches in the {@code watches} collection. */
final class MongoWatches implements Watches {

    /** Is told which watch others must hear of. */
    interface Told {
        void stored(WatchDocument watch);
    }

    private final MongoOperations mongo;
    private final Told told;
    private final JustStored<Watch> justStored = new JustStored<>();

    MongoWatches(MongoOperations mongo, Told told) {
        this.mongo = mongo;
        this.told = told;
    }

    @Override
    public Optional<Watch> find(UUID caseId) {
        return Optional.ofNullable(mongo.findById(caseId.toString(), WatchDocument.class))
                .map(WatchDocument::toDomain);
    }

    @Override
    public Optional<Watch> atHand(UUID caseId) {
        return justStored.last(caseId.toString());
    }

    @Override
    public Optional<Watch> save(Watch watch) {
        return Optimistic.write(() -> {
            var stored = mongo.save(WatchDocument.of(watch));
            var next = stored.toDomain();
            if (stored.unpublished()) {
                // Nobody tells when it is published, and from then on it is stored otherwise under the same version.
                justStored.forget(stored.id());
                told.stored(stored);
            } else {
                justStored.add(stored.id(), Objects.requireNonNull(stored.version()), next);
            }
            return next;
        });
    }

    @Override
    public void forEachLife(Instant startedSince, Consumer<Hazards.Life> to) {
        var query = query(where("startedAt").gte(startedSince));
        query.fields().include("assignment.hostProvider", "startedAt", "removals", "state");
        try (var lives = mongo.stream(query, LifeDocument.class)) {
            lives.map(LifeDocument::lives).forEach(all -> all.forEach(to));
        }
    }

    @Override
    public List<Watch> due(Collection<Integer> partitions) {
        var query = query(where("partition").in(partitions).and("due").ne(null))
                .with(Sort.by("due"))
                .limit(DueScan.LIMIT);
        return mongo.find(query, WatchDocument.class).stream()
                .map(WatchDocument::toDomain)
                .toList();
    }
}
