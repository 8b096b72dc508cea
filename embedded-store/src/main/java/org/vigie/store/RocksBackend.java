package org.vigie.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The commands, and what a failure of the store is answered with. */
final class RocksBackend extends AbstractMongoBackend {

    private static final int OUT_OF_DISK_SPACE = 14031;
    /** A driver takes it as the server's own trouble, which may pass. */
    private static final int NOT_NOW = 91;

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

    private final Tables tables;
    private final FullScans fullScans;
    private final Consumer<StoreFailed> failures;

    private volatile @Nullable StoreFailed broken;

    RocksBackend(Tables tables, FullScans fullScans, Consumer<StoreFailed> failures) {
        this.tables = tables;
        this.fullScans = fullScans;
        this.failures = failures;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new RocksDatabase(name, getCursorRegistry(), tables, fullScans);
    }

    /** {@code hello}, which Spring's health indicator asks, is not among the library's commands. */
    @Override
    public Document handleMessage(MongoMessage message) {
        var asked = message.getDocument();
        var command = asked.keySet().iterator().next();
        if (command.equals("hello")) {
            return hello(message, asked);
        }
        try {
            var answer = super.handleMessage(message);
            if (WRITES.contains(command)) {
                broken = null;
            }
            return answer;
        } catch (StoreFailed e) {
            broken = e;
            failures.accept(e);
            return refusal(e);
        }
    }

    /** An unhealthy answer from a write that failed until one succeeds. */
    private Document hello(MongoMessage message, Document asked) {
        var failure = broken;
        if (failure != null) {
            return refusal(failure);
        }
        var answer = handleCommand(message.getChannel(), message.getDatabaseName(), "isMaster", asked);
        answer.put("isWritablePrimary", true);
        return answer;
    }

    private static Document refusal(StoreFailed failure) {
        return new Document("ok", 0)
                .append("errmsg", failure.diskFull() ? "the store's disk is full" : "the store failed")
                .append("code", failure.diskFull() ? OUT_OF_DISK_SPACE : NOT_NOW)
                .append("codeName", failure.diskFull() ? "OutOfDiskSpace" : "ShutdownInProgress");
    }
}
