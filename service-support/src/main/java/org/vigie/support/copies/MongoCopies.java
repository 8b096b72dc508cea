package org.vigie.support.copies;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.vigie.support.events.EventJson;

/** Copies in a collection of their own, as the JSON that was read. */
public final class MongoCopies<T> implements Copies<T> {

    private static final String VERSION = "version";
    private static final String SNAPSHOT = "snapshot";

    private final MongoOperations mongo;
    private final String collection;
    private final Class<T> type;

    /**
     * Copies of one topic.
     *
     * @param collection by convention {@code copies_} and the topic's first word
     */
    public MongoCopies(MongoOperations mongo, String collection, Class<T> type) {
        this.mongo = mongo;
        this.collection = collection;
        this.type = type;
    }

    @Override
    public Optional<T> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Document.class, collection))
                .map(this::toSnapshot);
    }

    @Override
    public List<T> all() {
        return mongo.findAll(Document.class, collection).stream()
                .map(this::toSnapshot)
                .toList();
    }

    @Override
    public Kept<T> keep(String id, long version, T snapshot) {
        try {
            var before = mongo.findAndModify(
                    query(where("_id").is(id).and(VERSION).lt(version)),
                    new Update().set(VERSION, version).set(SNAPSHOT, EventJson.MAPPER.writeValueAsString(snapshot)),
                    FindAndModifyOptions.options().upsert(true),
                    Document.class,
                    collection);
            return new Kept<>(true, before == null ? null : toSnapshot(before));
        } catch (DuplicateKeyException _) {
            return new Kept<>(false, null); // the one that is there is as new or newer
        }
    }

    private T toSnapshot(Document document) {
        return EventJson.MAPPER.readValue(document.getString(SNAPSHOT), type);
    }
}
