package org.vigie.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoDriverInformation;
import com.mongodb.client.MongoClient;
import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * MongoDB's protocol on a loopback port of its own and within the process, over RocksDB in this JVM. What was answered
 * survives the end of the process; it is forced to the disk once a second, so that a power cut loses the last second
 * and nothing in between. What was overwritten or deleted leaves the files within a day.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final Duration DAY = Duration.ofDays(1);

    private final Tables tables;
    private final MongoServer server;
    private final InProcess inProcess;
    private final int port;
    private final Consumer<StoreFailed> failures;
    private final ScheduledExecutorService syncing = thread("store-sync");
    private final ScheduledExecutorService rewriting = thread("store-rewrite");

    private EmbeddedStore(Tables tables, FullScans fullScans, Consumer<StoreFailed> failures) {
        this.tables = tables;
        this.failures = failures;
        var backend = new RocksBackend(tables, fullScans, failures);
        this.server = new MongoServer(backend);
        this.inProcess = new InProcess(backend);
        server.bind("127.0.0.1", 0);
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens the store in a directory, which is made if need be.
     *
     * @param failures called for each operation that the file system refused, from any thread
     * @throws StoreFailed if the directory cannot be read or written, or is another process's
     */
    public static EmbeddedStore open(Path directory, Consumer<StoreFailed> failures) {
        return open(directory, failures, Duration.ofHours(1));
    }

    /** Opens a store that rewrites its files for the first time when so long is over. */
    @SuppressWarnings("FutureReturnValueIgnored") // runs until the store is closed
    static EmbeddedStore open(Path directory, Consumer<StoreFailed> failures, Duration untilRewritten) {
        var store = new EmbeddedStore(Tables.open(directory), (_, _) -> {}, failures);
        store.syncing.scheduleWithFixedDelay(store::sync, 1, 1, TimeUnit.SECONDS);
        store.rewriting.scheduleWithFixedDelay(
                store::rewrite, untilRewritten.toSeconds(), DAY.toSeconds(), TimeUnit.SECONDS);
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

    /**
     * Rewrites the files. What the file system refuses is tried again a day later, and nothing is lost meanwhile. The
     * store may be closed only while its own thread does this: it is waited for.
     */
    void rewrite() {
        try {
            tables.rewrite();
        } catch (StoreFailed e) {
            if (!rewriting.isShutdown()) {
                failures.accept(e);
            }
        }
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Connection string of a database. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    /**
     * A client in this process, which is answered on the thread that asks and saves the way over a socket.
     *
     * @param settings the addresses in it are not asked for
     */
    public MongoClient client(MongoClientSettings settings, MongoDriverInformation information) {
        return inProcess.client(settings, information);
    }

    @Override
    public void close() {
        inProcess.close();
        server.shutdownNow();
        syncing.close();
        rewriting.shutdown();
        tables.rewriteNoMore();
        rewriting.close();
        tables.close();
    }
}
