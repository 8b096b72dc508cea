package org.vigie.notice.webhook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.notice.report.Scope;

/** Every webhook; what is outside the scope of a question does not exist for it. */
public interface Webhooks {

    Optional<Webhook> find(Scope scope, UUID webhookId);

    /** Those of the scope in the order of their ids, a thousand at most. */
    List<Webhook> all(Scope scope);

    /** How many take no messages. */
    Count count();

    /**
     * Webhooks that take no messages.
     *
     * @param failing whose next message was not taken yet
     */
    record Count(long failing, long disabledByFailures) {}

    /**
     * Stores a webhook.
     *
     * @return as stored; empty if someone stored another version, or took it out, since it was read
     */
    Optional<Webhook> save(Webhook webhook);

    /** Takes it out; its deliveries go with it. */
    void remove(UUID webhookId);
}
