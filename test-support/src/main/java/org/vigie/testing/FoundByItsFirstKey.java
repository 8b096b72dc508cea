package org.vigie.testing;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not unique, of which the library only keeps the name: finds by a string or a boolean in its first
 * key, or by one of several, whether the document has one there or a list. What it finds is checked on the whole query
 * by who asked; a query that asks for anything else there reads all documents, as without it.
 */
final class FoundByItsFirstKey extends Index<Integer> {

    private static final String ONE_OF = "$in";

    private final Map<Object, NavigableSet<Integer>> positions = new ConcurrentHashMap<>();
    private final Map<Object, Integer> byId = new ConcurrentHashMap<>();

    FoundByItsFirstKey(String name, List<IndexKey> keys) {
        super(name, keys, true);
    }

    @Override
    public boolean canHandle(Document query) {
        return asked(query).findAny().isPresent();
    }

    @Override
    public Iterable<Integer> getPositions(Document query) {
        return asked(query)
                .map(positions::get)
                .flatMap(Stream::ofNullable)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** None if this index cannot tell. */
    private Stream<?> asked(Document query) {
        var value = query.get(keys().getFirst());
        if (value instanceof Document condition && condition.get(ONE_OF) instanceof Collection<?> several) {
            return several.stream().allMatch(FoundByItsFirstKey::isIndexed) ? several.stream() : Stream.empty();
        }
        return Stream.of(value).filter(FoundByItsFirstKey::isIndexed);
    }

    private static boolean isIndexed(@Nullable Object value) {
        return value instanceof String || value instanceof Boolean;
    }

    private Stream<Object> values(Document document) {
        return getKeyValues(document).stream().map(each -> each.get(0)).filter(FoundByItsFirstKey::isIndexed);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Integer> collection) {
        // Nothing is forbidden.
    }

    @Override
    public void add(Document document, Integer position, MongoCollection<Integer> collection) {
        byId.put(id(document), position);
        values(document)
                .forEach(value -> positions
                        .computeIfAbsent(value, _ -> new ConcurrentSkipListSet<>())
                        .add(position));
    }

    @Override
    public @Nullable Integer remove(Document document) {
        var position = byId.remove(id(document));
        if (position != null) {
            values(document)
                    .forEach(value -> positions.computeIfPresent(
                            value, (_, found) -> found.remove(position) && found.isEmpty() ? null : found));
        }
        return position;
    }

    @Override
    public void checkUpdate(Document old, Document updated, MongoCollection<Integer> collection) {
        // Nothing is forbidden.
    }

    @Override
    public void updateInPlace(Document old, Document updated, Integer position, MongoCollection<Integer> collection) {
        remove(old);
        add(updated, position, collection);
    }

    @Override
    public @Nullable Integer getPosition(Document document) {
        return byId.get(id(document));
    }

    private static Object id(Document document) {
        return Objects.requireNonNull(document.get("_id"));
    }

    @Override
    public long getCount() {
        return byId.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        byId.clear();
        positions.clear();
    }
}
