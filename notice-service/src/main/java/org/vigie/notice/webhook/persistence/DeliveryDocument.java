package org.vigie.notice.webhook.persistence;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.report.Followed.Step;
import org.vigie.notice.webhook.Delivery;
import org.vigie.notice.webhook.DeliveryState;
import org.vigie.notice.webhook.DeliveryState.AskedFor;
import org.vigie.notice.webhook.DeliveryState.Attempts;
import org.vigie.notice.webhook.DeliveryState.Fresh;
import org.vigie.notice.webhook.DeliveryState.Status;
import org.vigie.notice.webhook.DeliveryState.Tried;
import org.vigie.notice.webhook.Message;
import org.vigie.notice.webhook.Receipt;
import org.vigie.notice.webhook.Receipt.Answered;
import org.vigie.notice.webhook.Receipt.Failed;
import org.vigie.notice.webhook.Receipt.Failure;
import org.vigie.support.seal.Seal;

/**
 * A delivery as it is stored.
 *
 * @param partnerReference sealed for this document, absent without any
 * @param lastAt absent before the first attempt
 * @param answered the status of the last answer, absent if none came
 * @param failure why none came to the last attempt, absent if one did
 */
@Document("webhookDeliveries")
record DeliveryDocument(
        @Id String id,
        UUID webhookId,
        long number,
        UUID messageId,
        Message.Type type,
        Instant at,
        @Nullable UUID reportId,
        @Nullable SealedUrl partnerReference,
        @Nullable Step step,
        Status status,
        int attempts,
        Instant createdAt,
        @Nullable Instant lastAt,
        @Nullable Integer answered,
        @Nullable Failure failure) {

    static DeliveryDocument of(Delivery delivery, Seal store) {
        var id = delivery.deliveryId().toString();
        var message = delivery.message();
        var made = delivery.state().attempts();
        var last = made.map(Attempts::last).orElse(null);
        return new DeliveryDocument(
                id,
                delivery.webhookId(),
                delivery.number(),
                message.messageId(),
                message.type(),
                message.at(),
                message.reportId(),
                message.partnerReference() == null ? null : store.seal(message.partnerReference(), id),
                message.step(),
                delivery.state().status(),
                made.map(Attempts::number).orElse(0),
                delivery.createdAt(),
                made.map(Attempts::lastAt).orElse(null),
                last instanceof Answered(var code) ? code : null,
                last instanceof Failed(var why) ? why : null);
    }

    Delivery toDomain(Seal store) {
        var message = new Message(
                messageId,
                type,
                at,
                reportId,
                partnerReference == null ? null : store.open(partnerReference, id),
                step);
        return new Delivery(UUID.fromString(id), webhookId, number, message, state(), createdAt);
    }

    private DeliveryState state() {
        if (lastAt == null) {
            return new Fresh();
        }
        var made = new Attempts(attempts, lastAt, receipt());
        return switch (status) {
            case WAITING -> new AskedFor(made);
            case DELIVERED, FAILED -> new Tried(made);
        };
    }

    private Receipt receipt() {
        return answered == null ? new Failed(Objects.requireNonNull(failure)) : new Answered(answered);
    }
}
