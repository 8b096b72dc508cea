package org.vigie.standalone;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;

/** The stand-in's documents in memory, with an answer to {@code hello}, which Spring's health indicator asks. */
final class PassingBackend extends MemoryBackend {

    private final WholeAnswers answers = new WholeAnswers();

    @Override
    public Document handleMessage(MongoMessage message) {
        var asked = message.getDocument();
        if (asked.keySet().iterator().next().equals("hello")) {
            var answer = handleCommand(message.getChannel(), (String) asked.get("$db"), "isMaster", asked);
            answer.put("isWritablePrimary", true);
            return answer;
        }
        return answers.to(message, super::handleMessage);
    }
}
