package org.vigie.support.outbox;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.vigie.support.store.StoreIndex;

/**
 * The outbox of a collection whose documents carry {@code version} and {@code unpublished}. Whoever saves a document
 * sets {@code unpublished} in the same write; a comparison of two version fields could not be indexed.
 *
 * @param <D> the document class
 */
public final class MongoOutbox<D> implements Outbox {

    /** The field that says that a document's version was not published yet. */
    public static final String UNPUBLISHED = "unpublished";

    private final MongoOperations mongo;
    private final Class<D> documentClass;
    private final Function<D, String> idOf;
    private final Function<D, Publication> toPublication;
    private final JustStored<D> justStored;

    public MongoOutbox(
            MongoOperations mongo,
            Class<D> documentClass,
            Function<D, String> idOf,
            Function<D, Publication> toPublication) {
        this.mongo = mongo;
        this.documentClass = documentClass;
        this.idOf = idOf;
        this.toPublication = toPublication;
        this.justStored =
                new JustStored<>(document -> toPublication.apply(document).version());
    }

    /** The index that {@link #behind} needs. */
    public static StoreIndex index(Class<?> documentClass) {
        return new StoreIndex(
                documentClass, new Index(UNPUBLISHED, Sort.Direction.ASC), "the relay's scan for what is behind");
    }

    @Override
    public String name() {
        return mongo.getCollectionName(documentClass);
    }

    @Override
    public List<String> behind(int limit) {
        var query = query(where(UNPUBLISHED).is(true)).limit(limit);
        query.fields().include("_id");
        return mongo.find(query, Document.class, name()).stream()
                .map(document -> Objects.toString(document.get("_id")))
                .toList();
    }

    /** Notes a document as it was just stored: it is not read again for being published. */
    public void stored(D document) {
        justStored.add(idOf.apply(document), document);
    }

    @Override
    public Map<String, Publication> publications(Collection<String> ids) {
        var stored = unpublished(ids);
        var publications = new HashMap<String, Publication>();
        justStored.take(ids, stored).forEach((id, document) -> publications.put(id, toPublication.apply(document)));
        var others = stored.keySet().stream()
                .filter(id -> !publications.containsKey(id))
                .toList();
        if (!others.isEmpty()) {
            publications.putAll(read(others));
        }
        return publications;
    }

    /** The stored versions of those that were not published yet, by id. */
    public Map<String, Long> unpublished(Collection<String> ids) {
        var query = query(where("_id").in(ids).and(UNPUBLISHED).is(true));
        query.fields().include("version");
        return mongo.find(query, Document.class, name()).stream()
                .collect(Collectors.toMap(
                        document -> Objects.toString(document.get("_id")),
                        document -> document.get("version", Number.class).longValue()));
    }

    /** What those publish that were not published yet, read from the store. */
    public Map<String, Publication> read(Collection<String> ids) {
        var query = query(where("_id").in(ids).and(UNPUBLISHED).is(true));
        return mongo.find(query, documentClass).stream().collect(Collectors.toMap(idOf, toPublication));
    }

    @Override
    public void published(Map<String, Long> versions) {
        var notes = mongo.bulkOps(BulkMode.UNORDERED, name());
        versions.forEach((id, version) -> notes.updateOne(
                query(where("_id").is(id).and("version").is(version)), new Update().set(UNPUBLISHED, false)));
        notes.execute();
    }

    @Override
    public Optional<String> lift(String topic, String key, long above) {
        var id = key.split("/", 2)[0];
        var stored = mongo.findById(id, documentClass);
        if (stored == null
                || toPublication.apply(stored).announcements().stream()
                        .noneMatch(
                                said -> said.topic().equals(topic) && said.key().equals(key))) {
            return Optional.empty();
        }
        mongo.updateFirst(
                query(where("_id").is(id).and("version").lte(above)), new Update().set("version", above + 1), name());
        mongo.updateFirst(query(where("_id").is(id)), new Update().set(UNPUBLISHED, true), name());
        justStored.forget(id);
        return Optional.of(id);
    }
}
