package org.vigie.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.CompressionType;
import org.rocksdb.Env;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksMemEnv;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Sorted tables of keys and values in one RocksDB. A key is the table's number and the entry's own; table 0 says which
 * number a name has. What {@link #write} returned from survives the end of the process; {@link #sync} has it survive a
 * power cut.
 */
final class Tables implements AutoCloseable {

    private static final long MEBIBYTE = 1L << 20;
    private static final int CATALOG = 0;
    private static final int NOTES = Integer.MAX_VALUE;

    /** An entry without its table's number. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(byte[] key, byte[] value) {}

    private final Options options;
    private final RocksDB db;
    private final WriteOptions unforced = new WriteOptions();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    private Tables(Options options, RocksDB db) {
        this.options = options;
        this.db = db;
        scan(Interval.beginning(prefix(CATALOG)), false, Integer.MAX_VALUE)
                .forEach(entry -> numbers.put(
                        new String(
                                entry.key(), Integer.BYTES, entry.key().length - Integer.BYTES, StandardCharsets.UTF_8),
                        ByteBuffer.wrap(entry.value()).getInt()));
    }

    /** The tables in a directory, which is made if need be. */
    static Tables open(Path directory) {
        load(directory);
        return open(directory.toString(), options());
    }

    /** Tables that are lost when they are closed. */
    @SuppressWarnings("resource") // as long as the tables
    static Tables inMemory() {
        RocksDB.loadLibrary();
        return open("/store", options().setEnv(new RocksMemEnv(Env.getDefault())));
    }

    /** Unpacks the library beside the data: the temporary directory would keep a copy for every kill. */
    private static void load(Path directory) {
        try {
            Files.createDirectories(directory);
            NativeLibraryLoader.getInstance().loadLibrary(directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tables open(String name, Options options) {
        try {
            return new Tables(options, RocksDB.open(options, name));
        } catch (RocksDBException e) {
            throw new StoreFailed(e);
        }
    }

    @SuppressWarnings("resource") // as long as the tables
    private static Options options() {
        return new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(16 * MEBIBYTE)
                .setMaxTotalWalSize(64 * MEBIBYTE)
                .setMaxOpenFiles(256)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setKeepLogFileNum(2)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setStatsDumpPeriodSec(0)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(new LRUCache(32 * MEBIBYTE))
                        .setCacheIndexAndFilterBlocks(true)
                        .setFilterPolicy(new BloomFilter(10)));
    }

    /** The number of a table that was made; absent if it was not. */
    @Nullable
    Integer number(String name) {
        return numbers.get(name);
    }

    /** The number of a table that is made if need be. */
    int numberOrMade(String name) {
        var known = number(name);
        if (known != null) {
            return known;
        }
        try (var batch = new WriteBatch()) {
            int made = make(name, batch);
            write(batch);
            return made;
        } catch (RocksDBException e) {
            throw new StoreFailed(e);
        }
    }

    /** Takes a number back whose batch is not written. */
    void unmake(String name) {
        numbers.remove(name);
    }

    /** The key of a note that belongs to no table. */
    static byte[] note(String about) {
        return Keys.concat(prefix(NOTES), about.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives a name the next number, from {@code batch} being written on. */
    synchronized int make(String name, WriteBatch batch) throws RocksDBException {
        int number = numbers.values().stream().mapToInt(Integer::intValue).max().orElse(CATALOG) + 1;
        batch.put(Keys.concat(prefix(CATALOG), name.getBytes(StandardCharsets.UTF_8)), prefix(number));
        numbers.put(name, number);
        return number;
    }

    /** Forgets a table with all that it holds, and the notes about it. */
    synchronized void drop(String name, byte[]... notes) {
        var number = numbers.remove(name);
        if (number == null) {
            return;
        }
        try (var batch = new WriteBatch()) {
            batch.delete(Keys.concat(prefix(CATALOG), name.getBytes(StandardCharsets.UTF_8)));
            batch.deleteRange(prefix(number), Keys.after(prefix(number)));
            for (var note : notes) {
                batch.delete(note);
            }
            write(batch);
        } catch (RocksDBException e) {
            throw new StoreFailed(e);
        }
    }

    static byte[] prefix(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    byte @Nullable [] get(byte[] key) {
        try {
            return db.get(key);
        } catch (RocksDBException e) {
            throw new StoreFailed(e);
        }
    }

    /** Writes all of it or nothing. */
    void write(WriteBatch batch) {
        try {
            db.write(unforced, batch);
        } catch (RocksDBException e) {
            throw new StoreFailed(e);
        }
    }

    /** At most {@code limit} entries in the order of their keys, or backwards. */
    List<Entry> scan(Interval interval, boolean backwards, int limit) {
        var found = new ArrayList<Entry>();
        try (var from = new Slice(interval.from());
                var to = new Slice(interval.to());
                var reading = new ReadOptions().setIterateLowerBound(from).setIterateUpperBound(to);
                var each = db.newIterator(reading)) {
            if (backwards) {
                each.seekToLast();
            } else {
                each.seekToFirst();
            }
            while (each.isValid() && found.size() < limit) {
                found.add(new Entry(each.key(), each.value()));
                if (backwards) {
                    each.prev();
                } else {
                    each.next();
                }
            }
            each.status();
        } catch (RocksDBException e) {
            throw new StoreFailed(e);
        }
        return found;
    }

    /** Forces what was written to the disk. */
    void sync() {
        try {
            db.syncWal();
        } catch (RocksDBException e) {
            throw new StoreFailed(e);
        }
    }

    /** Rewrites all files, so that none holds what was overwritten or deleted before; for seconds to minutes. */
    void rewrite() {
        try (var flush = new FlushOptions().setWaitForFlush(true);
                var all = new CompactRangeOptions()
                        .setBottommostLevelCompaction(BottommostLevelCompaction.kForceOptimized)) {
            db.flush(flush);
            db.compactRange(db.getDefaultColumnFamily(), null, null, all);
        } catch (RocksDBException e) {
            throw new StoreFailed(e);
        }
    }

    /** Has {@link #rewrite} fail from now on, wherever it is. */
    void rewriteNoMore() {
        db.cancelAllBackgroundWork(false);
    }

    @Override
    public void close() {
        unforced.close();
        db.close();
        options.close();
    }
}
