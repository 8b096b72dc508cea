package org.vigie.standalone;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoDriverInformation;
import com.mongodb.client.MongoClient;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.store.EmbeddedStore;
import org.vigie.store.StoreFailed;

/** The embedded store in this process: for evaluation, where no MongoDB is at hand. */
record Inside(EmbeddedStore store, String keeps) implements Store {

    private static final Logger LOG = LoggerFactory.getLogger(Inside.class);

    private static final String IN_FILES = "what was answered survives kill -9; a power cut loses the last second";
    private static final String IN_MEMORY = "in memory only: everything is lost when it stops";

    /**
     * Opens the store in {@code directory}, which is made if need be, on a loopback port of its own.
     *
     * @param console where a full disk is said, once
     * @throws CannotStart if it cannot be opened
     */
    static Inside open(Path directory, PrintStream console) {
        var said = new AtomicBoolean();
        try {
            return new Inside(
                    EmbeddedStore.open(directory, failure -> {
                        if (!said.getAndSet(true)) {
                            report(failure, console);
                        }
                    }),
                    IN_FILES);
        } catch (StoreFailed e) {
            throw new CannotStart(
                    e.diskFull()
                            ? "The store " + directory + " cannot be opened: its disk is full."
                            : "The store " + directory + " cannot be opened: " + e.getMessage(),
                    e);
        }
    }

    /** Opens the store in this JVM's memory. */
    static Inside inMemory() {
        return new Inside(EmbeddedStore.inMemory(), IN_MEMORY);
    }

    private static void report(StoreFailed failure, PrintStream console) {
        var what = failure.diskFull()
                ? "The store's disk is full: nothing more is stored. Make room, then restart Vigie."
                : "The store failed: nothing more is stored. The log says why.";
        console.println(what);
        LOG.error(what, failure);
    }

    @Override
    public String uri(String database) {
        return store.uri(database);
    }

    @Override
    public MongoClient client(MongoClientSettings settings, MongoDriverInformation information) {
        return store.client(settings, information);
    }

    @Override
    public String description() {
        return "embedded in this process, for evaluation: " + keeps
                + " (VIGIE_MONGOD or VIGIE_MONGO_URI for a real MongoDB)";
    }

    @Override
    public void close() {
        store.close();
    }
}
