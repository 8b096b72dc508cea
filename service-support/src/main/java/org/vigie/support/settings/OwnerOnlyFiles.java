package org.vigie.support.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Files that only their owner may read, written whole or not at all, and on the disk when that is said. */
public final class OwnerOnlyFiles {

    private OwnerOnlyFiles() {}

    /** Writes the file in one step: a reader sees the old one or the new one. */
    public static void write(Path file, String text) {
        try {
            var whole = file.toAbsolutePath();
            var directory = Objects.requireNonNull(whole.getParent(), "a file is in a directory");
            Files.createDirectories(directory);
            var part = Files.createTempFile(directory, "." + file.getFileName(), ".part");
            Files.writeString(part, text);
            restrict(part, "rw-------");
            force(part, StandardOpenOption.WRITE);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (isPosix(directory)) {
                force(directory, StandardOpenOption.READ);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * Runs the step while no other process or thread is inside for the same directory, which is made if it is missing.
     *
     * @param setting that says which directory it is
     * @throws IllegalArgumentException naming the setting if the directory cannot be written
     */
    public static synchronized void locked(String setting, Path directory, Runnable step) {
        try {
            if (Files.notExists(directory)) {
                Files.createDirectories(directory);
                restrict(directory, "rwx------");
            }
            try (var channel = FileChannel.open(
                            directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                step.run();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s: expected a directory that can be written, and not %s".formatted(setting, directory), e);
        }
    }

    private static void force(Path file, StandardOpenOption how) throws IOException {
        try (var opened = FileChannel.open(file, how)) {
            opened.force(true);
        }
    }

    private static void restrict(Path file, String permissions) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix");
    }
}
