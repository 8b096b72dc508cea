package org.vigie.bench.flow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A harmless page at each of many loopback addresses, until all of them answer 410 (Gone). */
final class Pages implements AutoCloseable {

    /** All addresses lie in it. */
    static final String NETWORK = "127.64.0.0/10";

    private static final int BACKLOG = 50;
    private static final byte[] THERE = answer("200 OK", "A harmless page.");
    private static final byte[] GONE = answer("410 Gone", "Gone.");
    private static final byte[] UNKNOWN = answer("404 Not Found", "Nothing here.");

    private final List<ServerSocket> sockets = new ArrayList<>();
    private volatile boolean gone;

    private Pages() {}

    static Pages at(int addresses) throws IOException {
        var pages = new Pages();
        int port = 0;
        for (int i = 0; i < addresses; i++) {
            var socket = new ServerSocket(port, BACKLOG, InetAddress.ofLiteral(address(i)));
            port = socket.getLocalPort();
            pages.sockets.add(socket);
            var path = path(i);
            Thread.ofVirtual().start(() -> pages.accept(socket, path));
        }
        return pages;
    }

    /** Address of a page. */
    static String address(int page) {
        return "127.%d.%d.%d".formatted(64 + (page >> 16), page >> 8 & 0xff, page & 0xff);
    }

    /** URL of a page; notices are recognised by it. */
    String url(int page) {
        return "http://%s:%d%s".formatted(address(page), sockets.getFirst().getLocalPort(), path(page));
    }

    private static String path(int page) {
        return "/page/" + page;
    }

    void takeDown() {
        gone = true;
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    private void accept(ServerSocket socket, String path) {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client, path));
            } catch (IOException _) {
                // closed, or a client that went away before it was accepted
            }
        }
    }

    /** The root is always there: only the page is taken down, not its server. */
    private void serve(Socket client, String path) {
        try (client) {
            var request = readHead(new BufferedInputStream(client.getInputStream()));
            var answer = answerTo(request.split(" ", 3)[1], path);
            var length = request.startsWith("HEAD ") ? headLength(answer) : answer.length;
            client.getOutputStream().write(answer, 0, length);
        } catch (IOException _) {
            // The client has what it wanted.
        }
    }

    private byte[] answerTo(String asked, String path) {
        if (asked.equals(path)) {
            return gone ? GONE : THERE;
        }
        return asked.equals("/") ? THERE : UNKNOWN;
    }

    /** The request line; all of the head is read. */
    private static String readHead(InputStream in) throws IOException {
        var line = new StringBuilder();
        int ends = 0;
        boolean first = true;
        while (ends < 2) {
            int octet = in.read();
            switch (octet) {
                case -1 -> throw new IOException("end of stream");
                case '\n' -> {
                    ends++;
                    first = false;
                }
                case '\r' -> {}
                default -> {
                    ends = 0;
                    if (first) {
                        line.append((char) octet);
                    }
                }
            }
        }
        return line.toString();
    }

    private static byte[] answer(String status, String body) {
        return "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static int headLength(byte[] answer) {
        return new String(answer, StandardCharsets.US_ASCII).indexOf("\r\n\r\n") + 4;
    }
}
