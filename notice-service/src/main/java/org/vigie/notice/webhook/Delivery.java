package org.vigie.notice.webhook;

import java.time.Instant;
import java.util.UUID;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.report.ReportChange;

/**
 * A message to one webhook, and what became of it.
 *
 * @param number of the change that it tells; of a test, the one that was taken last
 */
public record Delivery(
        UUID deliveryId, UUID webhookId, long number, Message message, DeliveryState state, Instant createdAt) {

    static Delivery of(Webhook webhook, ReportChange change, Instant now) {
        return of(webhook, change.number(), Message.of(change), now);
    }

    static Delivery of(Webhook webhook, long number, Message message, Instant now) {
        var id = NameBasedIds.of("delivery", webhook.webhookId(), message.messageId());
        return new Delivery(id, webhook.webhookId(), number, message, new DeliveryState.Fresh(), now);
    }

    Delivery tried(Receipt receipt, Instant now) {
        return in(state.tried(receipt, now));
    }

    Delivery again() {
        return in(state.again());
    }

    private Delivery in(DeliveryState next) {
        return new Delivery(deliveryId, webhookId, number, message, next, createdAt);
    }
}
