package org.vigie.notice.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.report.ReportChange;

/**
 * A message to one webhook, and what became of it.
 *
 * @param number of the change that it tells; of a test, the one that was taken last
 * @param lastAt absent before the first attempt
 * @param receipt of the last attempt, absent before the first
 */
public record Delivery(
        UUID deliveryId,
        UUID webhookId,
        long number,
        Message message,
        Status status,
        int attempts,
        Instant createdAt,
        @Nullable Instant lastAt,
        @Nullable Receipt receipt) {

    /** How far it is. */
    public enum Status {
        /** It is about to be sent, for the first time or because somebody asked for it again. */
        WAITING,
        DELIVERED,
        /** The last attempt failed; the next message that is due is tried again by itself. */
        FAILED
    }

    static Delivery of(Webhook webhook, ReportChange change, Instant now) {
        return of(webhook, change.number(), Message.of(change), now);
    }

    static Delivery of(Webhook webhook, long number, Message message, Instant now) {
        var id = NameBasedIds.of("delivery", webhook.webhookId(), message.messageId());
        return new Delivery(id, webhook.webhookId(), number, message, Status.WAITING, 0, now, null, null);
    }

    Delivery tried(Receipt result, Instant now) {
        return new Delivery(
                deliveryId,
                webhookId,
                number,
                message,
                result.isTaken() ? Status.DELIVERED : Status.FAILED,
                attempts + 1,
                createdAt,
                now,
                result);
    }

    Delivery again() {
        return new Delivery(
                deliveryId, webhookId, number, message, Status.WAITING, attempts, createdAt, lastAt, receipt);
    }
}
