package org.vigie.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A mongod started as a child process on a loopback port of its own, and stopped with us. */
record Mongod(Process process, int port, Path binary) implements Store {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    /**
     * Starts it and waits until it accepts connections.
     *
     * @param directory its {@code dbpath}; one that a killed run left behind is stopped first
     * @throws CannotStart if it ends, or accepts no connection for a minute
     */
    static Mongod start(Path binary, Path directory, Path logs) {
        var port = Ports.anyFree(InetAddress.getLoopbackAddress());
        var orphan = new Orphan(directory.resolveSibling("mongod.process"));
        try {
            Files.createDirectories(directory);
            orphan.stop(STOP);
            var process = new ProcessBuilder(arguments(binary, directory, logs, port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            logs.resolve("mongod.out").toFile()))
                    .start();
            orphan.remember(process.toHandle());
            return new Mongod(process, port, binary).awaitReady(logs);
        } catch (IOException e) {
            throw new CannotStart(binary + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static List<String> arguments(Path binary, Path directory, Path logs, int port) {
        return List.of(
                binary.toString(),
                "--dbpath",
                directory.toString(),
                "--bind_ip",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--logpath",
                logs.resolve("mongod.log").toString(),
                "--logappend");
    }

    private Mongod awaitReady(Path logs) {
        var deadline = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (accepts()) {
                return this;
            }
            ended(POLL);
        }
        close();
        throw new CannotStart(binary + " did not come up: see mongod.log and mongod.out in " + logs);
    }

    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String description() {
        return "127.0.0.1:" + port + " " + binary + ", started by this process";
    }

    @Override
    public void close() {
        process.destroy();
        if (!ended(STOP)) {
            process.destroyForcibly();
        }
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
