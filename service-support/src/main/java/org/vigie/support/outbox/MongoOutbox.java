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
import org.springframework.data.mongodb.core.query.Query;
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
    private final JustStored<D> justStored = new JustStored<>();

    public MongoOutbox(
            MongoOperations mongo,
            Class<D> documentClass,
            Function<D, String> idOf,
            Function<D, Publication> toPublication) {
        this.mongo = mongo;
        this.documentClass = documentClass;
        this.idOf = idOf;
        this.toPublication = toPublication;
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
    public void stored(D document, long version) {
        justStored.add(idOf.apply(document), version, document);
    }

    @Override
    public Map<String, Publication> publications(Collection<String> ids) {
        return publications(ids, justStored, toPublication);
    }

    /** The same of documents of which somebody else has the aggregates at hand. */
    public <A> Map<String, Publication> publications(
            Collection<String> ids, JustStored<A> atHand, Function<A, Publication> publication) {
        var versions = unpublished(ids);
        var publications = new HashMap<String, Publication>();
        atHand.of(ids, versions).forEach((id, known) -> publications.put(id, publication.apply(known)));
        var others = versions.keySet().stream()
                .filter(id -> !publications.containsKey(id))
                .toList();
        if (!others.isEmpty()) {
            mongo.find(unpublishedOf(others), documentClass)
                    .forEach(document -> publications.put(idOf.apply(document), toPublication.apply(document)));
        }
        return publications;
    }

    /** The stored versions of those that were not published yet, by id. */
    private Map<String, Long> unpublished(Collection<String> ids) {
        var query = unpublishedOf(ids);
        query.fields().include("version");
        return mongo.find(query, Document.class, name()).stream()
                .collect(Collectors.toMap(
                        document -> Objects.toString(document.get("_id")),
                        document -> document.get("version", Number.class).longValue()));
    }

    private static Query unpublishedOf(Collection<String> ids) {
        return query(where("_id").in(ids).and(UNPUBLISHED).is(true));
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
