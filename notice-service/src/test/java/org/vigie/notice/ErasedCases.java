package org.vigie.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.vigie.events.SealedUrl;
import org.vigie.events.Topics;
import org.vigie.events.removal.LocationSnapshot;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.Keysets;
import org.vigie.support.seal.Seal;
import org.vigie.support.seal.SealBroken;
import org.vigie.testing.TopicRecords;

/** All that the service's store and the last location of each case say to somebody who has the keys. */
@TestComponent
class ErasedCases {

    private final MongoOperations mongo;
    private final Seal store;
    private final Seal location;

    ErasedCases(MongoOperations mongo, Keysets keysets) {
        this.mongo = mongo;
        this.store = keysets.store("notice-service");
        this.location = keysets.location();
    }

    /** Of what is in the store, opened. */
    String stored() {
        return documents().collect(Collectors.joining("\n"));
    }

    /** How many documents of the store name it, once opened. */
    long naming(String word) {
        return documents().filter(text -> text.contains(word)).count();
    }

    private Stream<String> documents() {
        return mongo.getCollectionNames().stream()
                .flatMap(name -> mongo.stream(new Query(), Document.class, name))
                .map(document -> document.toJson() + opened(document, String.valueOf(document.get("_id"))));
    }

    private String opened(Object value, String id) {
        return switch (value) {
            case Document document
            when document.get("ciphertext") instanceof String ciphertext ->
                opened(store, new SealedUrl(String.valueOf(document.get("keyId")), ciphertext), id);
            case Document document ->
                document.values().stream().map(one -> opened(one, id)).collect(Collectors.joining(" "));
            case List<?> list -> list.stream().map(one -> opened(one, id)).collect(Collectors.joining(" "));
            case null, default -> "";
        };
    }

    /** Where the case is, as the last record says: compaction leaves no other. */
    String lastLocation(UUID caseId) {
        return opened(Objects.requireNonNull(lastLocations().get(caseId)));
    }

    /** How many cases lie where it is named, as their last records say. */
    long locationsNaming(String word) {
        return lastLocations().values().stream()
                .map(this::opened)
                .filter(text -> text.contains(word))
                .count();
    }

    private static Map<UUID, LocationSnapshot> lastLocations() {
        var last = new HashMap<UUID, LocationSnapshot>();
        for (var record : TopicRecords.of(Topics.LOCATIONS)) {
            var snapshot = EventJson.MAPPER.readValue(record.value(), LocationSnapshot.class);
            last.put(snapshot.caseId(), snapshot);
        }
        return last;
    }

    /** Nothing of those that another test's service sealed. */
    private String opened(LocationSnapshot snapshot) {
        return opened(location, snapshot.location(), snapshot.caseId().toString());
    }

    private static String opened(Seal seal, SealedUrl sealed, String id) {
        try {
            return seal.open(sealed, id);
        } catch (SealBroken _) {
            return "";
        }
    }
}
