package org.vigie.standalone;

import com.mongodb.MongoException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.vigie.support.seal.BackupSeal;

/** {@code vigie backup FILE} and {@code vigie restore FILE}: the four databases, sealed, while no service runs. */
final class BackupCommand {

    private final Settings settings;
    private final BackupSeal seal;
    private final PrintStream output;
    private final PrintStream errors;

    BackupCommand(Settings settings, PrintStream output, PrintStream errors) {
        this.settings = settings;
        this.seal = new BackupSeal(settings.keys());
        this.output = output;
        this.errors = errors;
    }

    /** What work on the store returns: how many documents it concerned. */
    private interface Work {
        long on(Store store) throws IOException;
    }

    /** Returns the exit code; a file that is there stays as it is. */
    int backup(Path file) {
        return told(
                "backup", " documents are in the backup. Without the keysets of today nobody can read it.", store -> {
                    try (var out = Files.newByteChannel(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                        return Backup.write(store, seal.into(Channels.newOutputStream(out)));
                    }
                });
    }

    /** Returns the exit code. */
    int restore(Path file) {
        return told(
                "restore",
                " documents are in the store. Start the services: where Kafka is empty they publish all of it again.",
                store -> {
                    try (var in = Files.newInputStream(file)) {
                        return Backup.read(seal.from(in), store);
                    }
                });
    }

    private int told(String command, String done, Work work) {
        try {
            output.println(onStore(work) + done);
            return Vigie.DONE;
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            return refused(
                    command, (e instanceof NoSuchFileException ? "there is no " : "there is already ") + e.getFile());
        } catch (IllegalStateException | UncheckedIOException e) {
            return refused(command, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refused(
                    command,
                    "the file is damaged, or its disk fails (" + e.getClass().getSimpleName()
                            + "). Do not use what was written.");
        } catch (MongoException e) {
            return refused(command, "the store fails (" + e.getClass().getSimpleName() + ")");
        }
    }

    private int refused(String command, String why) {
        errors.println("vigie " + command + ": " + why);
        return Vigie.FAILED;
    }

    /** A server that is named is used as it is; a store of our own only if no other process has it. */
    private long onStore(Work work) throws IOException {
        if (settings.mongoUri().isPresent()) {
            try (var store = NamedStore.of(settings.mongoUri().get())) {
                return work.on(store);
            }
        }
        try (var data = DataDirectory.open(settings.data());
                var store = new Stores(settings, data, output).open()) {
            return work.on(store);
        }
    }
}
