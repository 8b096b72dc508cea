package org.vigie.store;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * MongoDB's protocol on a loopback port of its own, over RocksDB in this JVM. What was answered survives the end of the
 * process; it is forced to the disk once a second, so that a power cut loses the last second and nothing in between.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final Tables tables;
    private final MongoServer server;
    private final int port;
    private final Consumer<StoreFailed> failures;
    private final ScheduledExecutorService syncing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-sync").factory());

    private EmbeddedStore(Tables tables, FullScans fullScans, Consumer<StoreFailed> failures) {
        this.tables = tables;
        this.failures = failures;
        this.server = new MongoServer(new RocksBackend(tables, fullScans, failures));
        server.bind("127.0.0.1", 0);
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens the store in a directory, which is made if need be.
     *
     * @param failures called for each operation that the file system refused, from any thread
     * @throws StoreFailed if the directory cannot be read or written, or is another process's
     */
    @SuppressWarnings("FutureReturnValueIgnored") // runs until the store is closed
    public static EmbeddedStore open(Path directory, Consumer<StoreFailed> failures) {
        var store = new EmbeddedStore(Tables.open(directory), (_, _) -> {}, failures);
        store.syncing.scheduleWithFixedDelay(store::sync, 1, 1, TimeUnit.SECONDS);
        return store;
    }

    /** Opens a store in this process's memory, lost when it is closed. */
    public static EmbeddedStore inMemory() {
        return inMemory((_, _) -> {});
    }

    /** Opens a store in memory that tells of queries which no index serves. */
    public static EmbeddedStore inMemory(FullScans fullScans) {
        return new EmbeddedStore(Tables.inMemory(), fullScans, _ -> {});
    }

    private void sync() {
        try {
            tables.sync();
        } catch (StoreFailed e) {
            failures.accept(e);
        }
    }

    /** Connection string of a database. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        server.shutdownNow();
        syncing.close();
        tables.close();
    }
}
