package org.vigie.notice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A receiver that begins an answer and goes on with it octet by octet, without an end. */
final class OddReceiver implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger answers = new AtomicInteger();
    private final ServerSocket server;
    private final long pause;

    /**
     * Listens on this machine.
     *
     * @param sockets of TCP or of TLS
     * @param pause between two octets, in milliseconds
     */
    OddReceiver(ServerSocketFactory sockets, long pause) throws IOException {
        this.pause = pause;
        server = sockets.createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    /** Without the scheme. */
    String address() {
        return "127.0.0.1:%d/hook".formatted(server.getLocalPort());
    }

    /** How many answers it began: none to whoever does not trust it. */
    int answers() {
        return answers.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var caller = server.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException _) {
                // It is closed.
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            if (caller.getInputStream().read() < 0) {
                return;
            }
            answers.incrementAndGet();
            var out = caller.getOutputStream();
            out.write("HTTP/1.1 20".getBytes(US_ASCII));
            while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
                out.write('0');
                out.flush();
            }
        } catch (IOException _) {
            // Whoever called is gone.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException _) {
            // It is closed, one way or the other.
        }
    }
}
