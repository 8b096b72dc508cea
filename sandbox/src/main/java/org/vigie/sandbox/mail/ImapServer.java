package org.vigie.sandbox.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Gives the hotline its mail by IMAP (RFC 3501) on a loopback port of its own, whoever asks for it. */
public final class ImapServer implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ServerSocket socket;
    private final HotlineMailbox mailbox;

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     */
    public ImapServer(HotlineMailbox mailbox, int port) {
        this.mailbox = mailbox;
        try {
            this.socket = new ServerSocket(port, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's mailbox cannot be opened", e);
        }
        Thread.ofVirtual().name("imap").start(this::listen);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().name("imap-session").start(() -> serve(client));
            } catch (IOException _) {
                // closed, or a client that went away before it was accepted
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            new ImapSession(client, mailbox).run();
        } catch (IOException _) {
            // The client went away; what it did not expunge is still there.
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
