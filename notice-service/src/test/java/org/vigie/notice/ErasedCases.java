package org.vigie.notice;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoOperations;
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
        return mongo.getCollectionNames().stream()
                .flatMap(name -> mongo.findAll(Document.class, name).stream())
                .map(document -> document.toJson() + opened(document, String.valueOf(document.get("_id"))))
                .collect(Collectors.joining("\n"));
    }

    private String opened(Object value, String id) {
        return switch (value) {
            case Document document
            when document.get("ciphertext") instanceof String ciphertext ->
                opened(new SealedUrl(String.valueOf(document.get("keyId")), ciphertext), id);
            case Document document ->
                document.values().stream().map(one -> opened(one, id)).collect(Collectors.joining(" "));
            case List<?> list -> list.stream().map(one -> opened(one, id)).collect(Collectors.joining(" "));
            case null, default -> "";
        };
    }

    private String opened(SealedUrl sealed, String id) {
        try {
            return store.open(sealed, id);
        } catch (SealBroken _) {
            return "";
        }
    }

    /** Where the case is, as the last record says: compaction leaves no other. */
    String lastLocation(UUID caseId) {
        var last = records(Topics.LOCATIONS, caseId).toList().getLast();
        var snapshot = EventJson.MAPPER.readValue(last, LocationSnapshot.class);
        return location.open(snapshot.location(), caseId.toString());
    }

    private static Stream<byte[]> records(String topic, UUID key) {
        return TopicRecords.of(topic).stream()
                .filter(record ->
                        new String(record.key(), java.nio.charset.StandardCharsets.UTF_8).equals(key.toString()))
                .map(record -> record.value());
    }
}
