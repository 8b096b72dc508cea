package org.vigie.support.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, written whole or not at all. */
public final class OwnerOnlyFiles {

    private OwnerOnlyFiles() {}

    /** Writes the file in one step: a reader sees the old one or the new one. */
    public static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var part = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".part");
            Files.writeString(part, text);
            restrict(part, "rw-------");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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

    private static void restrict(Path file, String permissions) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
