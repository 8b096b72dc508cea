package org.vigie.notice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A relay that keeps what it accepts and takes its time with the answer, so that a kill often comes before it. It can
 * break off instead.
 */
final class SlowRelay implements AutoCloseable {

    /** How it ends the conversation about one message. */
    enum End {
        ANSWERS,
        /** When it is to be given the message. */
        BREAKS_OFF_BEFORE,
        /** When it has kept the message. */
        BREAKS_OFF_AFTER,
        /** When it has the message, which it forgets. */
        BREAKS_OFF_AND_FORGETS
    }

    /** What it does with one message, and how long after its final dot, in nanoseconds. */
    record Manner(End end, long after) {}

    private static final String OK = "250 2.0.0 ok";

    private final ServerSocket server;
    private final Supplier<Manner> manners;
    private final Map<String, Long> takenAt = new ConcurrentHashMap<>();
    private final Map<String, List<String>> accepted = new ConcurrentHashMap<>();

    SlowRelay() throws IOException {
        this(() -> new Manner(End.ANSWERS, 60_000_000));
    }

    SlowRelay(Supplier<Manner> manners) throws IOException {
        this.manners = manners;
        server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int distinct() {
        return accepted.size();
    }

    int all() {
        return accepted.values().stream().mapToInt(List::size).sum();
    }

    /** Every copy of one notice. */
    List<String> copies(String reference) {
        return accepted.getOrDefault(reference, List.of());
    }

    /** Whether a copy was answered with a 250. */
    boolean answered(String reference) {
        return takenAt.containsKey(reference);
    }

    /** When the first copy was answered with a 250, in nanoseconds. */
    long takenAt(String reference) {
        return Objects.requireNonNull(takenAt.get(reference));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException _) {
                // closed
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
            say(socket, "220 relay.example");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.equals("DATA")) {
                    say(socket, OK);
                } else if (!message(socket, in, manners.get())) {
                    return;
                }
            }
        } catch (IOException _) {
            // the other side was killed
        }
    }

    /** Whether the conversation goes on. */
    private boolean message(Socket socket, BufferedReader in, Manner manner) throws IOException {
        if (manner.end() == End.BREAKS_OFF_BEFORE) {
            return false;
        }
        say(socket, "354 go on");
        var reference = take(in, manner.end() != End.BREAKS_OFF_AND_FORGETS);
        LockSupport.parkNanos(manner.after());
        if (reference == null || manner.end() != End.ANSWERS) {
            return false;
        }
        // Noted first: whoever heard the answer finds it here.
        takenAt.putIfAbsent(reference, System.nanoTime());
        say(socket, OK);
        return true;
    }

    /** The reference of a message that got its final dot; only that counts. */
    private @Nullable String take(BufferedReader in, boolean kept) throws IOException {
        var body = new StringBuilder();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                var message = body.toString();
                var reference = message.replaceFirst("(?s).*?\nX-Notice-Ref: ([^\n]+)\n.*", "$1");
                if (kept) {
                    accepted.computeIfAbsent(reference, _ -> new CopyOnWriteArrayList<>())
                            .add(message);
                }
                return reference;
            }
            body.append(line).append('\n');
        }
        return null;
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
    }
}
