package org.vigie.standalone.canary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.utils.Utils;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.vigie.standalone.canary.Artefact.Kind;

/** What a process that has ended left on the disk. */
public final class Disk {

    private static final String FAILED = "(?i)(.*\\.hprof|hs_err.*|replay_pid.*|core(\\.\\d+)?|.*\\.jfr)";

    private static final int PART = 16 << 20;
    private static final int OVERLAP = 4096;

    private Disk() {}

    /** Hands over every file of the data directory but the keysets, and what is inside those of Kafka and the store. */
    public static void dataDirectory(Path data, Consumer<Artefact> read) {
        files(data).filter(file -> !file.startsWith(data.resolve("keys"))).forEach(file -> {
            whole(kind(data, file), file, read);
            if (file.toString().endsWith(".log") && file.startsWith(data.resolve("kafka"))) {
                records(file, read);
            }
        });
        stored(data.resolve("store"), read);
    }

    /** Hands over every file of a directory for what is passing. */
    public static void temporary(Path directory, Consumer<Artefact> read) {
        files(directory).forEach(file -> whole(failed(file) ? Kind.DUMPS : Kind.TEMPORARY, file, read));
    }

    /** The data directory in one packed file, without the keysets, which are kept apart. */
    public static void backup(Path data, Path into, Consumer<Artefact> read) {
        try {
            var tar = new ProcessBuilder("tar", "czf", into.toString(), "--exclude=./keys", "--exclude=*.hprof", ".")
                    .directory(data.toFile())
                    .inheritIO()
                    .start();
            if (tar.waitFor() != 0) {
                throw new IllegalStateException("no backup");
            }
            try (var packed = new GZIPInputStream(Files.newInputStream(into))) {
                parts(Kind.BACKUP, into.toString(), packed, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Kind kind(Path data, Path file) {
        if (failed(file)) {
            return Kind.DUMPS;
        }
        return switch (data.relativize(file).getName(0).toString()) {
            case "kafka" -> Kind.TOPICS;
            case "store" -> Kind.STORE;
            case "logs" -> Kind.LOG;
            case "audit", "audit-checkpoints" -> Kind.AUDIT;
            default -> Kind.BACKUP;
        };
    }

    private static boolean failed(Path file) {
        return file.getFileName().toString().matches(FAILED);
    }

    private static Stream<Path> files(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void whole(Kind kind, Path file, Consumer<Artefact> read) {
        try (var content = Files.newInputStream(file)) {
            parts(kind, file.toString(), content, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In parts that overlap by more than the longest writing of a word. */
    private static void parts(Kind kind, String name, InputStream content, Consumer<Artefact> read) throws IOException {
        var part = content.readNBytes(PART);
        while (part.length > OVERLAP || (part.length > 0 && part.length < PART)) {
            read.accept(new Artefact(kind, name, part));
            if (part.length < PART) {
                return;
            }
            var next = content.readNBytes(PART - OVERLAP);
            var joined = Arrays.copyOf(Arrays.copyOfRange(part, PART - OVERLAP, PART), OVERLAP + next.length);
            System.arraycopy(next, 0, joined, OVERLAP, next.length);
            part = joined;
        }
    }

    /** The records of a segment, of packed batches too. */
    private static void records(Path segment, Consumer<Artefact> read) {
        var partition = segment.getName(segment.getNameCount() - 2);
        try (var records = FileRecords.open(segment.toFile(), false)) {
            for (var record : records.records()) {
                parts(partition + "@" + record.offset(), record, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void parts(String where, Record record, Consumer<Artefact> read) {
        if (record.hasKey()) {
            read.accept(new Artefact(Kind.TOPICS, where + " key", Utils.toArray(record.key())));
        }
        if (record.hasValue()) {
            read.accept(new Artefact(Kind.TOPICS, where + " value", Utils.toArray(record.value())));
        }
        for (var header : record.headers()) {
            var value = header.value() == null ? new byte[0] : header.value();
            read.accept(new Artefact(Kind.TOPICS, where + " header " + header.key(), value));
        }
    }

    /** Every key and value, which lie packed in the files. */
    private static void stored(Path store, Consumer<Artefact> read) {
        RocksDB.loadLibrary();
        try (var options = new Options();
                var db = RocksDB.openReadOnly(options, store.toString());
                var each = db.newIterator()) {
            for (each.seekToFirst(); each.isValid(); each.next()) {
                var name = "entry " + HexFormat.of().formatHex(each.key());
                read.accept(new Artefact(Kind.STORE, name, each.key()));
                read.accept(new Artefact(Kind.STORE, name, each.value()));
            }
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }
}
