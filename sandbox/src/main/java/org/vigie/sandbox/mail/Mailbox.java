package org.vigie.sandbox.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The mails of one recipient, in a file that only grows. An entry is eight bytes of time (epoch milliseconds), four of
 * length and the mail as it was received; an entry that a crash cut short was never acknowledged and is dropped.
 */
final class Mailbox {

    private static final int HEAD = Long.BYTES + Integer.BYTES;

    private final Path file;
    private final List<Mail> mails = new ArrayList<>();

    /**
     * Opens the mailbox, making it if it is missing.
     *
     * @throws UncheckedIOException if the file cannot be used
     */
    Mailbox(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            load(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use a mailbox", e);
        }
    }

    /** Keeps a mail; it is on disk when this returns. */
    synchronized void append(Instant receivedAt, byte[] bytes) throws IOException {
        var mail = MailReader.read(receivedAt, bytes);
        var entry = ByteBuffer.allocate(HEAD + bytes.length)
                .putLong(receivedAt.toEpochMilli())
                .putInt(bytes.length)
                .put(bytes)
                .flip();
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (entry.hasRemaining()) {
                channel.write(entry);
            }
            channel.force(false);
        }
        mails.add(mail);
    }

    /** Oldest first. */
    synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    private void load(byte[] bytes) throws IOException {
        var entries = ByteBuffer.wrap(bytes);
        var whole = 0;
        while (entries.remaining() >= HEAD) {
            var at = Instant.ofEpochMilli(entries.getLong());
            var length = entries.getInt();
            if (length < 0 || length > entries.remaining()) {
                break;
            }
            var mail = new byte[length];
            entries.get(mail);
            mails.add(MailReader.read(at, mail));
            whole = entries.position();
        }
        if (whole < bytes.length) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        }
    }
}
