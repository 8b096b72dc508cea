package org.vigie.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an index is of. Its entries are a table's: the values of its fields and the document's {@code _id} as key, that
 * {@code _id}'s key as value. The collection writes them together with the document, so that nothing is done when the
 * library says that a document came or went.
 */
final class StoredIndex extends Index<byte[]> {

    private final String table;
    private final boolean unique;
    private final List<String> fields;
    private final List<String> beginnings;
    private final boolean ofIds;

    StoredIndex(String table, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        super(name, keys, sparse);
        this.table = table;
        this.unique = unique;
        this.fields = keys();
        this.beginnings = fields.stream()
                .map(field -> field.split("\\.", 2)[0])
                .distinct()
                .toList();
        this.ofIds = fields.equals(List.of("_id"));
    }

    String table() {
        return table;
    }

    List<String> fields() {
        return fields;
    }

    boolean isOfIds() {
        return ofIds;
    }

    /** Whether two documents are alike in all that the index is of; not told of every pair that has the same keys. */
    boolean hasSameKeys(Document one, Document other) {
        return beginnings.stream()
                .allMatch(name -> one.containsKey(name) == other.containsKey(name)
                        && Objects.equals(one.get(name), other.get(name)));
    }

    /** The keys of a document, without its id; several if a field holds a list. */
    Set<byte[]> keysOf(Document document) {
        List<byte[]> found = List.of(new byte[0]);
        boolean some = false;
        for (var field : fields) {
            var values = new TreeSet<byte[]>(Arrays::compareUnsigned);
            some |= collect(document, field, values);
            var longer = new ArrayList<byte[]>();
            found.forEach(beginning -> values.forEach(value -> longer.add(Keys.concat(beginning, value))));
            found = longer;
        }
        var keys = new TreeSet<byte[]>(Arrays::compareUnsigned);
        if (some || !isSparse()) {
            keys.addAll(found);
        }
        return keys;
    }

    /**
     * Whether a list lies on the way to one of its fields or is its value: then keys alone do not tell what matches.
     */
    boolean meetsList(Document document) {
        return fields.stream().anyMatch(field -> meetsList(document, field));
    }

    private static boolean meetsList(@Nullable Object within, String path) {
        int dot = path.indexOf('.');
        var value = within instanceof Document document ? document.get(dot < 0 ? path : path.substring(0, dot)) : null;
        return value instanceof Collection || (dot >= 0 && meetsList(value, path.substring(dot + 1)));
    }

    /** Whether anything is there, be it null. */
    private static boolean collect(@Nullable Object within, String path, Set<byte[]> values) {
        if (within instanceof Collection<?> several) {
            boolean some = false;
            for (var each : several) {
                some |= collect(each, path, values);
            }
            if (several.isEmpty()) {
                values.add(Keys.of(null));
            }
            return some;
        }
        int dot = path.indexOf('.');
        var name = dot < 0 ? path : path.substring(0, dot);
        if (!(within instanceof Document document) || !document.containsKey(name)) {
            values.add(Keys.of(null));
            return false;
        }
        var value = document.get(name);
        if (dot >= 0) {
            return collect(value, path.substring(dot + 1), values);
        }
        if (value instanceof Collection<?> several) {
            several.forEach(each -> values.add(Keys.of(each)));
            if (several.isEmpty()) {
                values.add(new byte[] {Keys.EMPTY_ARRAY});
            }
        } else {
            values.add(Keys.of(value));
        }
        return true;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other) && unique == other.isUnique();
    }

    @Override
    public byte @Nullable [] getPosition(Document document) {
        return isOfIds() ? Keys.of(document.get("_id")) : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<byte[]> collection) {
        ((RocksCollection) collection).refuseSecond(this, document, null);
    }

    @Override
    public void checkUpdate(Document old, Document updated, MongoCollection<byte[]> collection) {
        ((RocksCollection) collection).refuseSecond(this, updated, old);
    }

    @Override
    public void add(Document document, byte[] position, MongoCollection<byte[]> collection) {
        // written with the document
    }

    @Override
    public byte @Nullable [] remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void updateInPlace(Document old, Document updated, byte[] position, MongoCollection<byte[]> collection) {
        // written with the document
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<byte[]> getPositions(Document query) {
        return List.of();
    }

    /** The library fills an index that holds none, and finds what is there in its own way; the collection did that. */
    @Override
    public long getCount() {
        return 1;
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        // the database drops the table
    }
}
