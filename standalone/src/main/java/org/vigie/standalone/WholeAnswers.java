package org.vigie.standalone;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Copies every answer before the next command to its collection. The library answers with the very documents that it
 * keeps and encodes them later: a change meanwhile would break the encoding, and whoever asked would wait for ever.
 */
final class WholeAnswers {

    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    Document to(MongoMessage message, Function<MongoMessage, Document> backend) {
        var body = message.getDocument();
        var command = body.keySet().iterator().next();
        var collection = body.get(command.equals("getMore") ? "collection" : command);
        synchronized (locks.computeIfAbsent(body.get("$db") + "." + collection, _ -> new Object())) {
            return backend.apply(message).cloneDeeply();
        }
    }
}
