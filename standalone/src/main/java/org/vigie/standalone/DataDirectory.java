package org.vigie.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory that holds everything a run keeps, locked against a second process until closed. */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the directory if need be and locks it.
     *
     * @throws CannotStart if it cannot be written or another process uses it
     */
    static DataDirectory open(Path path) {
        try {
            make(path);
            Files.createDirectories(path.resolve("logs"));
            var lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new CannotStart("The data directory " + path
                        + " is in use by another process: stop that one, or set VIGIE_DATA to another directory.");
            }
            return new DataDirectory(path, lock);
        } catch (IOException e) {
            throw new CannotStart("VIGIE_DATA: the data directory " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** A new directory is its owner's only: what lies in it is secret. */
    private static void make(Path path) throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectories(path);
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    Path logs() {
        return path.resolve("logs");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // the lock ends with the process at the latest
        }
    }
}
