package org.vigie.notice.webhook.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.report.Followed;
import org.vigie.notice.webhook.Delivery;
import org.vigie.notice.webhook.DeliveryState.Attempts;
import org.vigie.notice.webhook.DeliveryState.Status;
import org.vigie.notice.webhook.Receipt.Answered;
import org.vigie.notice.webhook.Receipt.Failed;
import org.vigie.notice.webhook.Receipt.Failure;

/**
 * A message and what became of it.
 *
 * @param reportId absent of a test
 * @param partnerReference absent of a test, and without any
 * @param step absent of a test
 * @param lastAttemptAt absent before the first
 * @param answered absent if none came
 * @param failure absent if an answer came
 */
record DeliveryView(
        UUID deliveryId,
        UUID messageId,
        String type,
        @Nullable UUID reportId,
        @Nullable String partnerReference,
        Followed.@Nullable Step step,
        Status status,
        int attempts,
        @Nullable Instant lastAttemptAt,
        @Nullable Integer answered,
        @Nullable Failure failure) {

    static DeliveryView of(Delivery delivery) {
        var message = delivery.message();
        var made = delivery.state().attempts();
        var last = made.map(Attempts::last).orElse(null);
        return new DeliveryView(
                delivery.deliveryId(),
                message.messageId(),
                message.type().word(),
                message.reportId(),
                message.partnerReference(),
                message.step(),
                delivery.state().status(),
                made.map(Attempts::number).orElse(0),
                made.map(Attempts::lastAt).orElse(null),
                last instanceof Answered(var status) ? status : null,
                last instanceof Failed(var why) ? why : null);
    }
}
