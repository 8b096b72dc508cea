package org.vigie.sandbox.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Listens on a loopback port of its own; each client has a session in a thread of its own. */
final class LoopbackServer implements AutoCloseable {

    /** What is done with one client; its connection is closed afterwards. */
    interface Session {

        /**
         * Talks with a client until one of the two ends it.
         *
         * @throws IOException if the client went away
         */
        void run(Socket client) throws IOException;
    }

    private static final int BACKLOG = 50;

    private final String name;
    private final ServerSocket socket;
    private final Session session;

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     */
    LoopbackServer(String name, int port, Session session) {
        this.name = name;
        this.session = session;
        try {
            this.socket = new ServerSocket(port, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's %s cannot listen".formatted(name), e);
        }
        Thread.ofVirtual().name(name).start(this::listen);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().name(name + " session").start(() -> serve(client));
            } catch (IOException _) {
                // closed, or a client that went away before it was accepted
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            session.run(client);
        } catch (IOException _) {
            // The client went away: what was not acknowledged or expunged is its own to do again.
        }
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
