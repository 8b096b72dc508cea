package org.vigie.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** The documents of a collection with their indexes. A writer holds the collection's lock; reading needs none. */
final class Documents {

    /** A document and where it lies. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kept(byte[] key, Document document) {}

    /**
     * What a query may find: what does not match is still among it.
     *
     * @param sorted whether in the order that was asked for
     */
    record Found(Stream<Document> documents, boolean sorted) {}

    private final Tables tables;
    private final String name;
    private final byte[] prefix;
    private final Search search;
    private final byte[] countKey;
    private final Map<String, StoredIndex> indexes = new ConcurrentHashMap<>();
    /** Names of indexes that have met a list. */
    private final Set<String> several = ConcurrentHashMap.newKeySet();

    private volatile List<Plan.Indexed> indexed = List.of();
    private volatile long count;

    Documents(Tables tables, String name, FullScans fullScans) {
        this.tables = tables;
        this.name = name;
        this.prefix = Tables.prefix(tables.numberOrMade(name));
        this.search = new Search(this, tables, prefix, query -> fullScans.read(name, query));
        this.countKey = Tables.note("count " + name);
        var counted = tables.get(countKey);
        this.count = counted == null ? 0 : ByteBuffer.wrap(counted).getLong();
    }

    /** Fills the index, unless it was before; all of it or nothing. */
    void addIndex(StoredIndex index) {
        if (!index.isOfIds() && tables.number(index.table()) == null) {
            fill(index);
        }
        if (tables.get(severalKey(index)) != null) {
            several.add(index.getName());
        }
        indexes.put(index.getName(), index);
        notePlans();
    }

    private void notePlans() {
        indexed = indexes.values().stream()
                .map(index -> new Plan.Indexed(index, several.contains(index.getName())))
                .toList();
    }

    private void fill(StoredIndex index) {
        try (var batch = new WriteBatch()) {
            int made = tables.make(index.table(), batch);
            var taken = new HashSet<ByteBuffer>();
            for (var each : (Iterable<Kept>) all()::iterator) {
                for (var key : index.keysOf(each.document())) {
                    if (index.isUnique() && !taken.add(ByteBuffer.wrap(key))) {
                        tables.unmake(index.table());
                        throw new MongoServerError(
                                ErrorCode.DuplicateKey, "two documents have one key in " + index.getName());
                    }
                }
                change(batch, index, Tables.prefix(made), each.key(), null, each.document());
            }
            tables.write(batch);
        } catch (RocksDBException e) {
            throw new StoreFailed(e);
        }
    }

    void dropIndex(String index) {
        var dropped = indexes.remove(index);
        notePlans();
        if (dropped != null && !dropped.isOfIds()) {
            tables.drop(dropped.table());
        }
    }

    void drop() {
        tables.drop(name, countKey);
    }

    /** Whether a document other than {@code old} has one of the new one's keys. */
    boolean hasAnother(StoredIndex index, Document document, @Nullable Document old) {
        var id = Keys.of(document.get("_id"));
        if (index.isOfIds()) {
            return old == null && tables.get(Keys.concat(prefix, id)) != null;
        }
        if (old != null && index.hasSameKeys(old, document)) {
            return false; // what it had was its own
        }
        var table = tables.number(index.table());
        return table != null
                && index.keysOf(document).stream()
                        .map(key -> Interval.beginning(Keys.concat(Tables.prefix(table), key)))
                        .flatMap(same -> tables.scan(same, false, 2).stream())
                        .anyMatch(entry -> old == null || !Arrays.equals(entry.value(), id));
    }

    /** Replaces a document, or adds it without {@code old}, or removes it without {@code updated}. */
    void write(byte[] key, @Nullable Document old, @Nullable Document updated) {
        try (var batch = new WriteBatch()) {
            var at = Keys.concat(prefix, key);
            if (updated == null) {
                batch.delete(at);
            } else {
                batch.put(at, encoded(updated));
            }
            for (var index : indexes.values()) {
                if (!index.isOfIds() && (old == null || updated == null || !index.hasSameKeys(old, updated))) {
                    var table = Tables.prefix(Objects.requireNonNull(tables.number(index.table())));
                    change(batch, index, table, key, old, updated);
                }
            }
            long counted = count + (updated == null ? 0 : 1) - (old == null ? 0 : 1);
            if (counted != count) {
                batch.put(
                        countKey,
                        ByteBuffer.allocate(Long.BYTES).putLong(counted).array());
            }
            tables.write(batch);
            count = counted;
        } catch (RocksDBException e) {
            throw new StoreFailed(e);
        }
    }

    private static Set<byte[]> keys(StoredIndex index, @Nullable Document document) {
        return document == null ? Set.of() : index.keysOf(document);
    }

    private void change(
            WriteBatch batch,
            StoredIndex index,
            byte[] table,
            byte[] id,
            @Nullable Document old,
            @Nullable Document updated)
            throws RocksDBException {
        var before = keys(index, old);
        var after = keys(index, updated);
        for (var key : before) {
            if (!after.contains(key)) {
                batch.delete(entry(table, key, id));
            }
        }
        for (var key : after) {
            if (before.isEmpty() || !before.contains(key)) {
                batch.put(entry(table, key, id), id);
            }
        }
        if (updated != null && index.meetsList(updated) && several.add(index.getName())) {
            batch.put(severalKey(index), new byte[0]);
            notePlans();
        }
    }

    private static byte[] entry(byte[] table, byte[] key, byte[] id) {
        return Keys.concat(Keys.concat(table, key), id);
    }

    private static byte[] severalKey(StoredIndex index) {
        return Tables.note("several " + index.table());
    }

    long count() {
        return count;
    }

    /** How many documents match, if an index alone can tell. */
    OptionalLong count(Document query) {
        return search.count(query, indexed);
    }

    @Nullable
    Document get(byte[] key) {
        var bytes = tables.get(Keys.concat(prefix, key));
        return bytes == null ? null : decoded(bytes);
    }

    Stream<Kept> all() {
        return Search.streamed(new Scan(tables, List.of(Interval.beginning(prefix)), false))
                .map(entry -> new Kept(
                        Arrays.copyOfRange(entry.key(), prefix.length, entry.key().length), decoded(entry.value())));
    }

    Found find(Document query, @Nullable Document sort) {
        return search.find(query, sort, indexed);
    }

    private static byte[] encoded(Document document) {
        var buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    static Document decoded(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
