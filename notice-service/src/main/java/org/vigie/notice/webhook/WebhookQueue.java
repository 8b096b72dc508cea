package org.vigie.notice.webhook;

import java.time.Instant;
import java.util.UUID;

/** Webhooks that something may have to be sent to. */
public interface WebhookQueue {

    /** Sends what is due then, instead of when it was. */
    void send(UUID webhookId, Instant due);
}
