package org.vigie.support.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.support.events.EventJson;

/** What one instance of a service recorded: a file of lines, each naming the one before it, and a key of its own. */
final class AuditRecord implements AutoCloseable {

    /** What is recorded before each checkpoint: nothing that follows may be older. */
    static final String CHECKPOINT = "checkpoint";

    private final AuditFiles files;
    private final AuditFiles.Keys keys;
    private final FileChannel lock;
    private final FileChannel entries;
    private Tree tree = Tree.EMPTY;
    private Hash previous = Hash.of();
    private Instant latest = Instant.MIN;
    private @Nullable String settings;

    private AuditRecord(AuditFiles files, String service, FileChannel lock) throws IOException {
        this.files = files;
        this.lock = lock;
        this.keys = files.keys(service);
        var size = readEntries();
        this.entries = FileChannel.open(files.entries(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // Of a line without an end nobody was told.
        entries.truncate(size).position(size);
    }

    /** Opens the record that no other instance writes to; with the lock that keeps it so. */
    static AuditRecord open(AuditFiles files, String service, FileChannel lock) throws IOException {
        return new AuditRecord(files, service, lock);
    }

    private long readEntries() throws IOException {
        if (Files.notExists(files.entries())) {
            return 0;
        }
        var size = 0L;
        try (var lines = files.wholeLines()) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                noted(line, EventJson.MAPPER.readValue(line, AuditEntry.class));
                size += line.length + 1L;
            }
        }
        return size;
    }

    private void noted(byte[] line, AuditEntry entry) {
        tree = tree.with(Tree.leaf(line));
        previous = Hash.of(line);
        latest = entry.at();
        if (entry.what().equals(Audit.SETTINGS)) {
            settings = entry.about().get(Audit.DIGEST);
        }
    }

    /** The digest of the settings that was recorded last; absent before the first. */
    synchronized @Nullable String settings() {
        return settings;
    }

    /**
     * Adds a line, which is on the disk when this returns. A clock that was put back counts as standing still.
     *
     * @throws UncheckedIOException if it is not; nothing that must be recorded may go on then
     */
    synchronized Receipt add(Instant now, String who, String what, Map<String, String> about) {
        var at = now.isBefore(latest) ? latest : now;
        var entry = new AuditEntry(tree.size(), previous.text(), at, who, what, about);
        var line = EventJson.MAPPER.writeValueAsBytes(entry);
        try {
            write(line);
        } catch (IOException e) {
            throw new UncheckedIOException("the audit cannot be written", e);
        }
        var path = tree.pathOfNext();
        noted(line, entry);
        return new Receipt(new String(line, UTF_8), entry.seq(), path, signed().note());
    }

    /** A line that was written in part is taken back, so that the next one stands alone. */
    private void write(byte[] line) throws IOException {
        var position = entries.position();
        try {
            var bytes = ByteBuffer.allocate(line.length + 1)
                    .put(line)
                    .put((byte) '\n')
                    .flip();
            while (bytes.hasRemaining()) {
                entries.write(bytes);
            }
            entries.force(false);
        } catch (IOException e) {
            entries.truncate(position).position(position);
            throw e;
        }
    }

    /** Records that time went on, signs what the record comes to with that, and keeps it elsewhere. */
    synchronized void checkpoint(Instant now, String who) {
        add(now, who, CHECKPOINT, Map.of());
        try {
            files.keep(signed());
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint cannot be written", e);
        }
    }

    private Checkpoint signed() {
        return Checkpoint.signed(keys.known(), keys.secret(), tree.size(), tree.root());
    }

    NoteKey key() {
        return keys.known();
    }

    @Override
    public synchronized void close() {
        try (lock;
                entries) {
            entries.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
