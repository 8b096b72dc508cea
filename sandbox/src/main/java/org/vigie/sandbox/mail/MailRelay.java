package org.vigie.sandbox.mail;

import java.net.InetSocketAddress;
import java.time.Clock;

/** Takes mail by SMTP (RFC 5321) on a loopback port of its own. */
public final class MailRelay implements AutoCloseable {

    private final LoopbackServer server;

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     */
    public MailRelay(Mailboxes mailboxes, Clock clock, int port) {
        this.server = new LoopbackServer("mail relay", port, client -> new SmtpSession(client, mailboxes, clock).run());
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
