package org.vigie.standalone.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail relay that keeps what it takes, and that refuses mail naming a word, quoting it as content filters do. */
final class PickyRelay implements AutoCloseable {

    private final ServerSocket socket;
    private final String disliked;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();

    PickyRelay(String disliked) throws IOException {
        this.disliked = disliked;
        this.socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::listen);
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    List<String> mails() {
        return List.copyOf(mails);
    }

    int refused() {
        return refused.get();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
            reply(client, "220 picky.test");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (verb.equals("DATA")) {
                    reply(client, "354 go on");
                    reply(client, answer(mail(lines)));
                } else {
                    reply(client, verb.equals("EHLO") ? "250-picky.test\r\n250 8BITMIME" : "250 2.0.0 fine");
                }
            }
        } catch (IOException _) {
            // the client went away
        }
    }

    private static String mail(BufferedReader lines) throws IOException {
        var mail = new StringBuilder();
        for (var line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            mail.append(line).append("\r\n");
        }
        return mail.toString();
    }

    private String answer(String mail) {
        if (mail.contains(disliked)) {
            refused.incrementAndGet();
            return "554 5.7.1 content refused: http://%s.test/ is on our list".formatted(disliked);
        }
        mails.add(mail);
        return "250 2.0.0 kept";
    }

    private static void reply(Socket client, String text) throws IOException {
        client.getOutputStream().write((text + "\r\n").getBytes(ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
