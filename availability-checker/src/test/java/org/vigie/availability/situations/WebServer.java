package org.vigie.availability.situations;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program that serves situations. It is started with its settings and, where these change, started again. */
abstract class WebServer implements AutoCloseable {

    /** What {@code .ci/servers all} leaves. */
    static final Path INSTALLED = Path.of("target/servers").toAbsolutePath();

    /** Where programs are beside PATH. */
    private static final List<String> MORE =
            List.of("/usr/sbin", INSTALLED + "/venv/bin", INSTALLED + "/node_modules/.bin");

    private static final Duration START = Duration.ofMinutes(1);

    private final String name;
    private final String program;
    private final Place place;
    private final Sent counted = new Sent();
    private final List<Counter> counters = new ArrayList<>();
    private @Nullable Process process;
    private @Nullable String running;

    WebServer(String name, String program, Place place) {
        this.name = name;
        this.program = program;
        this.place = place;
    }

    final String name() {
        return name;
    }

    final Place place() {
        return place;
    }

    /** Where the program is, absent if it is not installed. */
    Optional<Path> installed() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)), MORE.stream())
                .map(directory -> Path.of(directory).resolve(program).toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The settings under which these hosts are served as they are now. */
    abstract String settings(List<Host> hosts) throws IOException;

    /** Runs in the foreground and under these settings. */
    abstract List<String> command(String program, Path settings) throws IOException;

    /** Serves these hosts as they are now. */
    void serve(List<Host> hosts) throws IOException {
        var settings = settings(hosts);
        var directory = place.at(name);
        var file = directory.resolve(file());
        var command = command(installed().orElseThrow().toString(), file);
        var wanted = command + settings;
        if (wanted.equals(running)) {
            return;
        }
        close();
        Files.writeString(file, settings);
        var log = directory.resolve("log").toFile();
        var started = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        process = started;
        running = wanted;
        await().atMost(START).pollInterval(Duration.ofMillis(20)).until(() -> {
            if (!started.isAlive()) {
                throw new IllegalStateException("%s did not start: %s".formatted(name, Files.readString(log.toPath())));
            }
            return answers(sentinel(hosts), port());
        });
        hosts.stream().filter(this::isCounted).forEach(host -> counters.add(Counter.before(host, place, counted)));
    }

    /** Whether what is sent for the host is counted on the way. */
    boolean isCounted(Host host) {
        return host.situation().isCounted();
    }

    /** An address that is listened on once the settings are in force. */
    String sentinel(List<Host> hosts) {
        return hosts.getLast().address();
    }

    /** What the file of settings is called. */
    String file() {
        return "settings";
    }

    /** A port that is listened on once the settings are in force. */
    int port() {
        return place.port();
    }

    private static boolean answers(String address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** What was counted without its help. */
    final Sent counted() {
        return counted;
    }

    /** Adds what it sent, as was counted or as its own log says, once it is closed. */
    void addTo(Sent sent) throws IOException {
        sent.add(counted);
        sent.read(place.at(name).resolve("sent.log"));
    }

    final boolean isRunning() {
        return process != null;
    }

    /** One text for each host, in a row. */
    static String forEach(List<Host> hosts, java.util.function.Function<Host, String> text) {
        return hosts.stream().map(text).distinct().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        for (var counter : counters) {
            counter.close();
        }
        counters.clear();
        var last = process;
        if (last != null) {
            last.destroy();
            try {
                if (!last.waitFor(10, TimeUnit.SECONDS)) {
                    last.destroyForcibly().waitFor();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        process = null;
        running = null;
    }
}
