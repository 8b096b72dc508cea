package org.vigie.metrics.ledger.persistence;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        mongo.execute(collection, documents -> {
            var there = insert(documents, snapshots);
            if (!there.isEmpty()) {
                documents.bulkWrite(
                        there.stream().map(this::replaceOlder).toList(), new BulkWriteOptions().ordered(false));
            }
            return collection;
        });
    }

    /** Inserts what has no document yet, and returns what has one. */
    private List<T> insert(MongoCollection<Document> documents, List<T> snapshots) {
        try {
            documents.insertMany(
                    snapshots.stream().map(this::document).toList(), new InsertManyOptions().ordered(false));
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)
                    || e.getWriteConcernError() != null) {
                throw e;
            }
            return e.getWriteErrors().stream()
                    .map(error -> snapshots.get(error.getIndex()))
                    .toList();
        }
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

    @Override
    public long sift(Consumer<T> trial) {
        return Objects.requireNonNull(mongo.execute(collection, documents -> {
            var bad = new ArrayList<Document>();
            try (var all = documents.find().batchSize(10_000).iterator()) {
                all.forEachRemaining(document -> {
                    try {
                        trial.accept(EventJson.MAPPER.readValue(document.getString(SNAPSHOT), type));
                    } catch (RuntimeException e) {
                        bad.add(document.append("why", e.getClass().getName()));
                    }
                });
            }
            for (var document : bad) {
                mongo.save(document, aside());
                documents.deleteOne(Filters.eq("_id", document.get("_id")));
            }
            return (long) bad.size();
        }));
    }

    @Override
    public long asideCount() {
        return mongo.estimatedCount(aside());
    }

    private String aside() {
        return collection + "_aside";
    }

    private ReplaceOneModel<Document> replaceOlder(T snapshot) {
        return new ReplaceOneModel<>(
                Filters.and(Filters.eq("_id", key(snapshot)), Filters.lt(VERSION, version.applyAsLong(snapshot))),
                document(snapshot));
    }

    private Document document(T snapshot) {
        return new Document("_id", key(snapshot))
                .append(VERSION, version.applyAsLong(snapshot))
                .append(SNAPSHOT, EventJson.MAPPER.writeValueAsString(snapshot));
    }

    private String key(T snapshot) {
        return id.apply(snapshot).toString();
    }
}
