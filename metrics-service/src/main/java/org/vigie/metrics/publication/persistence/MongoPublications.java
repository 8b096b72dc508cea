package org.vigie.metrics.publication.persistence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.vigie.metrics.publication.Publication;
import org.vigie.metrics.publication.Publications;
import org.vigie.support.events.EventJson;

/** Keeps publications in the {@code publications} collection, as the JSON they were frozen in. */
@Repository
class MongoPublications implements Publications {

    private static final String COLLECTION = "publications";
    private static final String FROZEN = "frozen";
    private static final String APPROVED = "approved";

    private final MongoOperations mongo;

    MongoPublications(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Publication> find(String period, int version) {
        return Optional.ofNullable(mongo.findById(id(period, version), Document.class, COLLECTION))
                .map(MongoPublications::toPublication);
    }

    @Override
    public List<Publication> all() {
        return mongo.findAll(Document.class, COLLECTION).stream()
                .map(MongoPublications::toPublication)
                .toList();
    }

    @Override
    public boolean add(Publication publication) {
        try {
            mongo.insert(
                    new Document("_id", id(publication.period().name(), publication.version()))
                            .append(FROZEN, json(publication))
                            .append(APPROVED, false),
                    COLLECTION);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    @Override
    public boolean approve(Publication approved) {
        var id = id(approved.period().name(), approved.version());
        var update = new Update().set(FROZEN, json(approved)).set(APPROVED, true);
        return mongo.updateFirst(query(where("_id").is(id).and(APPROVED).is(false)), update, COLLECTION)
                        .getModifiedCount()
                == 1;
    }

    private static String id(String period, int version) {
        return period + ".v" + version;
    }

    private static String json(Publication publication) {
        return EventJson.MAPPER.writeValueAsString(publication);
    }

    private static Publication toPublication(Document document) {
        return EventJson.MAPPER.readValue(document.getString(FROZEN), Publication.class);
    }
}
