package org.vigie.notice.oversight.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;
import org.vigie.events.SealedUrl;
import org.vigie.notice.oversight.Stop;
import org.vigie.notice.oversight.Stops;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.work.Optimistic;

/** Keeps everything that was said of the kill switch in the {@code stops} collection; the latest is what holds. */
@Repository
class MongoStops implements Stops {

    /** Under which the latest was kept before each was. */
    private static final String THE_ONE = "sending";

    /** Who said so and why, sealed for this document. */
    record Words(
            @Nullable String by,
            @Nullable String reason,
            @Nullable Instant since) {}

    @Document("stops")
    record StopDocument(
            @Id String id,
            boolean everything,
            Set<UUID> providers,
            SealedUrl words,
            @Nullable Long version) {}

    private final MongoOperations mongo;
    private final Seal store;

    MongoStops(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Stop now() {
        return said(null, 1).stream().findFirst().orElse(Stop.NOTHING);
    }

    /** Two who read the same write the same id. */
    @Override
    public Optional<Stop> save(Stop stop) {
        var id = "%s/%d".formatted(THE_ONE, stop.version());
        var words = EventJson.MAPPER.writeValueAsString(new Words(stop.by(), stop.reason(), stop.since()));
        var next = new StopDocument(id, stop.everything(), stop.providers(), store.seal(words, id), stop.version());
        return Optimistic.write(() -> mongo.insert(next)).map(_ -> stop);
    }

    @Override
    public List<Stop> said(@Nullable Long before, int limit) {
        var asked = before == null ? new Query() : query(where("version").lt(before));
        var latest = asked.with(Sort.by(Sort.Direction.DESC, "version")).limit(limit);
        return mongo.find(latest, StopDocument.class).stream()
                .map(this::toDomain)
                .toList();
    }

    private Stop toDomain(StopDocument document) {
        var words = EventJson.MAPPER.readValue(store.open(document.words(), document.id()), Words.class);
        return new Stop(
                document.everything(),
                document.providers(),
                words.by(),
                words.reason(),
                words.since(),
                Objects.requireNonNullElse(document.version(), 0L));
    }
}
