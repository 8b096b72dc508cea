package org.vigie.sandbox.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;

/** Takes mail by SMTP (RFC 5321) on a loopback port of its own. */
public final class MailRelay implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ServerSocket socket;
    private final Mailboxes mailboxes;
    private final Clock clock;

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     */
    public MailRelay(Mailboxes mailboxes, Clock clock, int port) {
        this.mailboxes = mailboxes;
        this.clock = clock;
        try {
            this.socket = new ServerSocket(port, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's mail relay cannot listen", e);
        }
        Thread.ofVirtual().name("mail-relay").start(this::listen);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().name("mail").start(() -> serve(client));
            } catch (IOException _) {
                // closed, or a client that went away before it was accepted
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            new SmtpSession(client, mailboxes, clock).run();
        } catch (IOException _) {
            // The client went away; what was not acknowledged is its own to send again.
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
