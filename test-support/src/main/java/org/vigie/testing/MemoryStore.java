package org.vigie.testing;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/** MongoDB's protocol over this JVM's memory, taught {@code hello}, which Spring's health indicator asks. */
final class MemoryStore extends MemoryBackend {

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument();
        if (!command.keySet().iterator().next().equals("hello")) {
            return super.handleMessage(message);
        }
        var answer = handleCommand(message.getChannel(), (String) command.get("$db"), "isMaster", command);
        answer.put("isWritablePrimary", true);
        return answer;
    }
}
