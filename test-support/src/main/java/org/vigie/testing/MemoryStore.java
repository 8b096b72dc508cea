package org.vigie.testing;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * MongoDB's protocol over this JVM's memory, taught {@code hello}, which Spring's health indicator asks, to find
 * documents by an index and something else without reading them all, and to answer with copies: what the library keeps
 * may change before it is encoded.
 */
final class MemoryStore extends MemoryBackend {

    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    @Override
    public Document handleMessage(MongoMessage message) {
        var body = message.getDocument();
        var command = body.keySet().iterator().next();
        if (command.equals("hello")) {
            var answer = handleCommand(message.getChannel(), (String) body.get("$db"), "isMaster", body);
            answer.put("isWritablePrimary", true);
            return answer;
        }
        var collection = body.get(command.equals("getMore") ? "collection" : command);
        synchronized (locks.computeIfAbsent(body.get("$db") + "." + collection, _ -> new Object())) {
            return super.handleMessage(message).cloneDeeply();
        }
    }

    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
        return new MemoryDatabase(name, getCursorRegistry()) {
            @Override
            protected Index<Integer> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                return new FoundByItsKeys(index, keys, sparse);
            }

            @Override
            protected Index<Integer> openOrCreateSecondaryIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                return new FoundByItsFirstKey(index, keys);
            }
        };
    }

    /** Whatever else is asked for is checked on what the index finds. */
    private static final class FoundByItsKeys extends MemoryUniqueIndex {

        FoundByItsKeys(String name, List<IndexKey> keys, boolean sparse) {
            super(name, keys, sparse);
        }

        @Override
        public synchronized boolean canHandle(Document query) {
            var asked = new Document();
            query.forEach((field, value) -> {
                if (keySet().contains(field)) {
                    asked.put(field, value);
                }
            });
            return super.canHandle(asked);
        }
    }
}
