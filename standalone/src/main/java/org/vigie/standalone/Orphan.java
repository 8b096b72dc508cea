package org.vigie.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A child process that outlived us when we were killed, known by its id and start time in a file. */
record Orphan(Path file) {

    void remember(ProcessHandle child) throws IOException {
        Files.writeString(file, identity(child));
    }

    /** Stops the remembered process if it still runs; a process that only has its id is left alone. */
    void stop(Duration patience) throws IOException {
        var orphan = find();
        if (orphan.isEmpty()) {
            return;
        }
        orphan.get().destroy();
        try {
            orphan.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            orphan.get().destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<ProcessHandle> find() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var remembered = Files.readString(file);
        return ProcessHandle.of(Long.parseLong(remembered.split(" ", 2)[0]))
                .filter(process -> process.isAlive() && identity(process).equals(remembered));
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
