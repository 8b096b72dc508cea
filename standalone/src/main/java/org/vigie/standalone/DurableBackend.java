package org.vigie.standalone;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.nio.file.Path;
import java.util.Set;

/**
 * The stand-in's documents in one H2 file, with two additions: every write command is committed to the operating system
 * before it is answered, and {@code hello}, which Spring's health indicator asks, has an answer.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findAndModify",
            "findandmodify",
            "create",
            "createIndexes",
            "drop",
            "dropIndexes",
            "dropDatabase",
            "renameCollection",
            "aggregate");

    private final WholeAnswers answers = new WholeAnswers();

    private DurableBackend(Path file) {
        super(file.toString());
        // Without it the file keeps every old version for 45 s and grows to gigabytes under load.
        getMvStore().setRetentionTime(0);
    }

    static DurableBackend open(Path file) {
        try {
            return new DurableBackend(file);
        } catch (RuntimeException e) {
            throw new CannotStart("The store " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var body = message.getDocument();
        var command = body.keySet().iterator().next();
        if (command.equals("hello")) {
            var answer = handleCommand(message.getChannel(), (String) body.get("$db"), "isMaster", body);
            answer.put("isWritablePrimary", true);
            return answer;
        }
        var answer = answers.to(message, super::handleMessage);
        if (WRITES.contains(command)) {
            commit();
        }
        return answer;
    }
}
