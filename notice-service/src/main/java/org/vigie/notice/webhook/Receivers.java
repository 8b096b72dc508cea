package org.vigie.notice.webhook;

import java.util.List;

/** The way to partners' receivers. */
public interface Receivers {

    /**
     * Sends a message once. Never throws for what the network or the receiver does, and ends within seconds.
     *
     * @param url one that {@link ReceiverUrls} took
     * @param secrets each signs, the newest first
     */
    Receipt send(String url, List<String> secrets, Message message);
}
