package org.vigie.metrics.ledger.persistence;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.vigie.metrics.ledger.Snapshots;
import org.vigie.support.events.EventJson;

/** Snapshots in a collection of their own, as JSON, written in bulk. */
final class MongoSnapshots<T> implements Snapshots<T> {

    private static final String VERSION = "version";
    private static final String SNAPSHOT = "snapshot";
    private static final int DUPLICATE_KEY = 11000;

    private final MongoOperations mongo;
    private final String collection;
    private final Class<T> type;
    private final Function<T, Object> id;
    private final ToLongFunction<T> version;

    MongoSnapshots(
            MongoOperations mongo,
            String collection,
            Class<T> type,
            Function<T, Object> id,
            ToLongFunction<T> version) {
        this.mongo = mongo;
        this.collection = collection;
        this.type = type;
        this.id = id;
        this.version = version;
    }

    @Override
    public void keepAll(List<T> snapshots) {
        if (snapshots.isEmpty()) {
            return;
        }
        var writes = snapshots.stream().map(this::replaceOlder).toList();
        mongo.execute(collection, documents -> {
            try {
                return documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)
                        || e.getWriteConcernError() != null) {
                    throw e;
                }
                return e.getWriteResult(); // a newer version is there already
            }
        });
    }

    @Override
    public void forEach(Consumer<T> reader) {
        mongo.execute(collection, documents -> {
            try (var all = documents.find().batchSize(10_000).iterator()) {
                all.forEachRemaining(
                        document -> reader.accept(EventJson.MAPPER.readValue(document.getString(SNAPSHOT), type)));
            }
            return collection;
        });
    }

    /** An insert that meets a newer version fails on the id, and that is right. */
    private ReplaceOneModel<Document> replaceOlder(T snapshot) {
        var key = id.apply(snapshot).toString();
        var newVersion = version.applyAsLong(snapshot);
        return new ReplaceOneModel<>(
                Filters.and(Filters.eq("_id", key), Filters.lt(VERSION, newVersion)),
                new Document("_id", key)
                        .append(VERSION, newVersion)
                        .append(SNAPSHOT, EventJson.MAPPER.writeValueAsString(snapshot)),
                new ReplaceOptions().upsert(true));
    }
}
