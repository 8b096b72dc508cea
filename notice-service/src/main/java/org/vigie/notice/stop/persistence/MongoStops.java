package org.vigie.notice.stop.persistence;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Repository;
import org.vigie.events.SealedUrl;
import org.vigie.notice.stop.Stop;
import org.vigie.notice.stop.Stops;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;

/** Keeps the kill switch in the {@code stops} collection. */
@Repository
class MongoStops implements Stops {

    private static final String THE_ONE = "sending";

    /** Who said so and why, sealed for this document. */
    record Words(
            @Nullable String by,
            @Nullable String reason,
            @Nullable Instant since) {}

    @Document("stops")
    record StopDocument(@Id String id, boolean everything, Set<UUID> providers, SealedUrl words) {}

    private final MongoOperations mongo;
    private final Seal store;

    MongoStops(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
    }

    @Override
    public Stop now() {
        var document = mongo.findById(THE_ONE, StopDocument.class);
        if (document == null) {
            return Stop.NOTHING;
        }
        var words = EventJson.MAPPER.readValue(store.open(document.words(), THE_ONE), Words.class);
        return new Stop(document.everything(), document.providers(), words.by(), words.reason(), words.since());
    }

    @Override
    public void save(Stop stop) {
        var words = EventJson.MAPPER.writeValueAsString(new Words(stop.by(), stop.reason(), stop.since()));
        mongo.save(new StopDocument(THE_ONE, stop.everything(), stop.providers(), store.seal(words, THE_ONE)));
    }
}
