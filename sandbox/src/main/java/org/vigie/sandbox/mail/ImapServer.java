package org.vigie.sandbox.mail;

import java.net.InetSocketAddress;

/** Gives the hotline its mail by IMAP (RFC 3501) on a loopback port of its own, whoever asks for it. */
public final class ImapServer implements AutoCloseable {

    private final LoopbackServer server;

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     */
    public ImapServer(HotlineMailbox mailbox, int port) {
        this.server = new LoopbackServer("mailbox", port, client -> new ImapSession(client, mailbox).run());
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
