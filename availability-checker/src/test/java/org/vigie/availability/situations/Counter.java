package org.vigie.availability.situations;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.availability.probe.http.CountedBody;

/**
 * Stands before a server that keeps no log of what it sends and counts what passes, one answer in a connection; of TLS
 * every octet, as if it were a text's.
 */
final class Counter implements Closeable {

    /** What may wait on the way beside what both kernels hold. */
    private static final int OCTETS = 4_096;

    private final ServerSocket front;
    private final InetSocketAddress server;
    private final boolean isTls;
    private final String host;
    private final Sent sent;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Counter(ServerSocket front, InetSocketAddress server, boolean isTls, String host, Sent sent) {
        this.front = front;
        this.server = server;
        this.isTls = isTls;
        this.host = host;
        this.sent = sent;
    }

    /** Begins to stand there. */
    static Counter before(Host host, Place place, Sent sent) {
        try {
            var isTls = host.situation().scheme().equals("https");
            var address = InetAddress.getByName(host.address());
            var front = new ServerSocket(isTls ? place.tlsPort() : place.port(), 100, address);
            var server = new InetSocketAddress(address, place.countedPort());
            var counter = new Counter(front, server, isTls, host.address(), sent);
            Thread.ofVirtual().start(counter::accept);
            return counter;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                var client = front.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // It was closed.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var there = new Socket()) {
            open.add(there);
            there.setReceiveBufferSize(OCTETS);
            client.setSendBufferSize(OCTETS);
            there.connect(server);
            var question = client.getInputStream().readNBytes(isTls ? 0 : 4);
            there.getOutputStream().write(question);
            Thread.ofVirtual().start(() -> pass(client, there));
            answer(there, client, new String(question, ISO_8859_1).equals("GET "));
        } catch (IOException _) {
            // One of the two went away; both are closed.
        }
        open.removeIf(Socket::isClosed);
    }

    /** Hands questions on until one of the two goes away; the server then answers or closes by itself. */
    private static void pass(Socket client, Socket there) {
        try {
            client.getInputStream().transferTo(there.getOutputStream());
            there.shutdownOutput();
        } catch (IOException _) {
            close(there);
        }
    }

    private void answer(Socket there, Socket client, boolean isGet) throws IOException {
        var body = new CountedBody();
        var all = 0L;
        var octets = new byte[OCTETS];
        for (int count = there.getInputStream().read(octets);
                count >= 0;
                count = there.getInputStream().read(octets)) {
            client.getOutputStream().write(octets, 0, count);
            all += count;
            body.passed(new String(octets, 0, count, ISO_8859_1));
            if (isTls) {
                sent.add(host, all, "text/html");
            } else if (isGet && body.length() > 0) {
                sent.add(host, body);
            }
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed.
        }
    }

    @Override
    public void close() {
        close(front);
        open.forEach(Counter::close);
    }
}
