package org.vigie.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database whose collections and indexes are tables. */
final class RocksDatabase extends AbstractSynchronizedMongoDatabase<byte[]> {

    private static final int FIRST_PAGE = 1_000;

    private final Tables tables;
    private final FullScans fullScans;

    RocksDatabase(String name, CursorRegistry cursors, Tables tables, FullScans fullScans) {
        super(name, cursors);
        this.tables = tables;
        this.fullScans = fullScans;
        initializeNamespacesAndIndexes();
    }

    /** A driver that names no size of a page means a moderate one, and not everything at once. */
    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        if (command.equals("find")) {
            query.putIfAbsent("batchSize", FIRST_PAGE);
        }
        var counted = command.equals("aggregate") ? counted(query) : null;
        return counted == null ? super.handleCommand(channel, command, query, resolver, oplog) : counted;
    }

    /** Null unless it counts what can be counted without being read. */
    private @Nullable Document counted(Document aggregate) {
        var query = DriversCount.of(aggregate);
        if (query.isEmpty() || !(aggregate.get("aggregate") instanceof String name)) {
            return null;
        }
        if (!(resolveCollection(name, false) instanceof RocksCollection collection)) {
            return null;
        }
        var count = collection.countUnread(query.get());
        return count.isEmpty() ? null : DriversCount.answer(getDatabaseName() + "." + name, count.getAsLong());
    }

    @Override
    protected RocksCollection openOrCreateCollection(String collection, CollectionOptions options) {
        var documents = new Documents(tables, getFullCollectionNamespace(collection), fullScans);
        return new RocksCollection(this, collection, options, documents, cursorRegistry);
    }

    @Override
    protected Index<byte[]> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return index(collection, index, keys, true, sparse);
    }

    @Override
    protected Index<byte[]> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return index(collection, index, keys, false, sparse);
    }

    private StoredIndex index(String collection, String index, List<IndexKey> keys, boolean unique, boolean sparse) {
        var table = getFullCollectionNamespace(collection) + "/" + index;
        return new StoredIndex(table, index, keys, unique, sparse);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        throw new MongoServerError(115, "CommandNotSupported", "the embedded store does not rename collections");
    }

    @Override
    protected long getStorageSize() {
        return 0;
    }

    @Override
    protected long getFileSize() {
        return 0;
    }
}
