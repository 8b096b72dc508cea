package org.vigie.notice.iccam.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;
import org.vigie.notice.iccam.Item;
import org.vigie.notice.iccam.Items;
import org.vigie.support.store.DueScan;
import org.vigie.support.work.Optimistic;

/** Keeps items in the {@code iccamItems} collection. */
@Repository
class MongoItems implements Items {

    private static final String COLLECTION = "iccamItems";

    private final MongoOperations mongo;

    MongoItems(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Item> find(long contentId) {
        return Optional.ofNullable(mongo.findById(Long.toString(contentId), ItemDocument.class))
                .map(ItemDocument::toDomain);
    }

    @Override
    public Set<Long> known(Collection<Long> contentIds) {
        var ids = contentIds.stream().map(Object::toString).toList();
        return mongo.find(query(where("_id").in(ids)), ItemDocument.class).stream()
                .map(document -> Long.valueOf(document.id()))
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Item> save(Item item) {
        return Optimistic.write(() -> mongo.save(ItemDocument.of(item))).map(ItemDocument::toDomain);
    }

    @Override
    public Map<Long, Instant> due() {
        return DueScan.earliest(mongo, COLLECTION, Long::valueOf);
    }

    @Override
    public Count count() {
        return new Count(
                mongo.estimatedCount(COLLECTION), mongo.count(query(where("due").ne(null)), ItemDocument.class));
    }
}
