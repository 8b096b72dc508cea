package org.vigie.store;

import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents in a table, each written together with its entries in the tables of its indexes. */
final class RocksCollection extends AbstractSynchronizedMongoCollection<byte[]> {

    private final Documents documents;
    private final CursorRegistry cursors;

    RocksCollection(
            RocksDatabase database,
            String name,
            CollectionOptions options,
            Documents documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.cursors = cursors;
    }

    /** @throws DuplicateKeyError if another document has one of its keys */
    void refuseSecond(StoredIndex index, Document document, @Nullable Document old) {
        if (index.isUnique() && documents.hasAnother(index, document, old)) {
            var values = index.fields().stream().map(document::get).toList();
            throw new DuplicateKeyError(index, this, index.getKeys(), new KeyValue(values));
        }
    }

    @Override
    public synchronized void addIndex(Index<byte[]> index) {
        documents.addIndex((StoredIndex) index);
        super.addIndex(index);
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        documents.dropIndex(name);
    }

    @Override
    public synchronized void drop() {
        super.drop();
        documents.drop();
    }

    @Override
    protected byte[] addDocumentInternal(Document document) {
        var id = getIdField() == null ? UUID.randomUUID() : document.get(getIdField());
        var key = Keys.of(id);
        documents.write(key, null, document);
        return key;
    }

    @Override
    protected void handleUpdate(byte[] position, Document old, Document updated) {
        documents.write(position, old, updated);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        var position = getIdField() == null ? findDocumentPosition(document) : Keys.of(document.get(getIdField()));
        if (position != null) {
            documents.write(position, document, null);
        }
    }

    @Override
    protected void removeDocument(byte[] position) {
        throw new UnsupportedOperationException("removed with its document");
    }

    @Override
    protected @Nullable Document getDocument(byte[] position) {
        return documents.get(position);
    }

    @Override
    protected Stream<DocumentWithPosition<byte[]>> streamAllDocumentsWithPosition() {
        return documents.all().map(each -> new DocumentWithPosition<>(each.document(), each.key()));
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document sort,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        var found = documents.find(query, sort);
        var order = found.sorted() ? null : sort;
        if (batchSize > 0 && projection == null && skip == 0 && deriveComparator(order) == null) {
            var matching = found.documents().filter(document -> documentMatchesQuery(document, query));
            return pages(limit > 0 ? matching.limit(limit) : matching, batchSize);
        }
        var whole = matchDocumentsFromStream(found.documents(), query, order, skip, limit, 0, projection);
        return batchSize > 0 ? pages(whole.collectDocuments().stream(), batchSize) : whole;
    }

    /** The first page now, the others as they are asked for. */
    private QueryResult pages(Stream<Document> matching, int batchSize) {
        var cursor = new StreamCursor(cursors.generateCursorId(), matching.iterator());
        var first = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(first);
        }
        cursors.add(cursor);
        return new QueryResult(first, cursor);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document sort,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        throw new UnsupportedOperationException("every query is planned");
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query != null && skip <= 0 && limit <= 0) {
            var counted = countUnread(query);
            if (counted.isPresent()) {
                return Math.toIntExact(counted.getAsLong());
            }
        }
        return super.count(query, skip, limit);
    }

    /** How many documents match, if none has to be read to tell. */
    OptionalLong countUnread(Document query) {
        return query.isEmpty() ? OptionalLong.of(documents.count()) : documents.count(query);
    }

    @Override
    public int count() {
        return Math.toIntExact(documents.count());
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {
        // not tracked
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
