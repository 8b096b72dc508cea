package org.vigie.support.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what in a service. Each instance has a record and a key of its own, so that two of them never write to one.
 */
public final class Audit implements AutoCloseable {

    static final String SETTINGS = "settings";
    static final String DIGEST = "sha256";

    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final int MOST_INSTANCES = 100;

    private final Path directory;
    private final Path checkpoints;
    private final String service;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-checkpoint").factory());
    private @Nullable AuditRecord record;
    private long signedAt;

    /**
     * The records of a service or a command; nothing is opened before there is something to record.
     *
     * @param directory that of all records
     * @param checkpoints that of all checkpoints
     * @param nanoTime real time, which checkpoints keep to
     */
    public Audit(Path directory, Path checkpoints, String service, Clock clock, LongSupplier nanoTime) {
        this.directory = directory;
        this.checkpoints = checkpoints;
        this.service = service;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Adds an entry, which is on the disk when this returns.
     *
     * @param who a principal, a partner or the service; no name that nobody vouches for
     * @param what the operation
     * @param about ids and digests, never a person's words
     * @return what proves it
     * @throws UncheckedIOException if it cannot be recorded: what it is about must not be done then; trying again helps
     *     once the disk takes it
     */
    public Receipt add(String who, String what, Map<String, String> about) {
        return open().add(clock.instant(), who, what, about);
    }

    /** Records that the settings are others than when they were last recorded. */
    synchronized void settings(String digest) {
        var there = open();
        if (!digest.equals(there.settings())) {
            there.add(clock.instant(), service, SETTINGS, Map.of(DIGEST, digest));
        }
    }

    /** What its checkpoints and proofs are verified with. */
    public String key() {
        return open().key().text();
    }

    /** How long ago, in real time, the last checkpoint was written; zero while there is no record. */
    public synchronized Duration sinceCheckpoint() {
        return record == null ? Duration.ZERO : Duration.ofNanos(nanoTime.getAsLong() - signedAt);
    }

    private synchronized AuditRecord open() {
        if (record == null) {
            try {
                record = firstFree();
                signedAt = nanoTime.getAsLong();
                LOG.atInfo().addKeyValue("key", record.key().text()).log("audit opened");
                checkpoint();
                var _ = hourly.scheduleWithFixedDelay(this::checkpoint, 1, 1, TimeUnit.HOURS);
            } catch (IOException e) {
                throw new UncheckedIOException("the audit cannot be opened", e);
            }
        }
        return record;
    }

    private AuditRecord firstFree() throws IOException {
        for (var instance = 1; instance <= MOST_INSTANCES; instance++) {
            var name = instance == 1 ? service : service + "." + instance;
            var files = new AuditFiles(directory.resolve(name), checkpoints);
            Files.createDirectories(files.directory());
            var lock = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(lock)) {
                return AuditRecord.open(files, service, lock);
            }
            lock.close();
        }
        throw new IOException("too many instances write to one directory");
    }

    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** Not written, it is tried again in an hour, and meanwhile its age tells. */
    private synchronized void checkpoint() {
        try {
            if (record != null) {
                record.checkpoint(clock.instant(), service);
                signedAt = nanoTime.getAsLong();
            }
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("failure", e.getClass().getName()).log("audit checkpoint not written");
        }
    }

    @Override
    public synchronized void close() {
        hourly.shutdownNow();
        if (record != null) {
            checkpoint();
            record.close();
            record = null;
        }
    }
}
