package org.vigie.notice.webhook;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.report.ReportChange;
import org.vigie.notice.report.ReportChanges;
import org.vigie.notice.report.Scope;
import org.vigie.notice.webhook.WebhookState.Disabled;
import org.vigie.notice.webhook.WebhookState.Failing;
import org.vigie.notice.webhook.WebhookState.Working;

/**
 * Sends a webhook one message after another. What is not taken holds up what follows it of the same report, and nothing
 * else unless the receiver is down. A crash may send a message twice, under the same id.
 */
@Service
public class SendMessages {

    private static final Logger LOG = LoggerFactory.getLogger(SendMessages.class);

    /** Then others have their turn. */
    private static final int AT_ONCE = 100;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final ReportChanges changes;
    private final ChangeWebhook changeWebhook;
    private final Receivers receivers;
    private final WebhookQueue queue;
    private final Clock clock;

    SendMessages(
            Webhooks webhooks,
            Deliveries deliveries,
            ReportChanges changes,
            ChangeWebhook changeWebhook,
            Receivers receivers,
            WebhookQueue queue,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changes = changes;
        this.changeWebhook = changeWebhook;
        this.receivers = receivers;
        this.queue = queue;
        this.clock = clock;
    }

    /** Sends what is due to the webhook, if it is still there. */
    public void send(UUID webhookId) {
        for (int sent = 0; sent < AT_ONCE; sent++) {
            var webhook = webhooks.find(Scope.EVERYBODYS, webhookId);
            if (webhook.isEmpty() || !sendsOne(webhook.get())) {
                return;
            }
        }
        queue.send(webhookId, clock.instant());
    }

    /** Whether there may be more to send now. */
    private boolean sendsOne(Webhook webhook) {
        var outOfTurn = deliveries.waiting(webhook.webhookId());
        if (outOfTurn.isPresent()) {
            sendOutOfTurn(webhook, outOfTurn.get());
            return true;
        }
        var next =
                changes.after(webhook.origin(), webhook.position(), 1).stream().findFirst();
        if (next.filter(webhook::holdsUp).isPresent()) {
            passOver(webhook);
            return true;
        }
        return switch (Turn.of(webhook, next, clock.instant())) {
            case Turn.Next(var change) -> {
                sendInTurn(webhook, change);
                yield true;
            }
            case Turn.Again(var held) -> {
                changes.numbered(webhook.origin(), held.number())
                        .ifPresentOrElse(change -> sendInTurn(webhook, change), () -> forget(webhook, held));
                yield true;
            }
            case Turn.Later(var due) -> {
                queue.send(webhook.webhookId(), due);
                yield false;
            }
            case Turn.Nothing _ -> false;
        };
    }

    private void passOver(Webhook webhook) {
        var from = webhook.position();
        var next = changes.after(webhook.origin(), from, AT_ONCE);
        changeWebhook.change(Scope.EVERYBODYS, webhook.webhookId(), known -> known.passingOver(next, from));
    }

    /** A report that is there no more waits for nothing. */
    private void forget(Webhook webhook, HeldReport held) {
        changeWebhook.change(Scope.EVERYBODYS, webhook.webhookId(), known -> known.without(held));
    }

    /** A failure of it says nothing of what is sent in its turn. */
    private void sendOutOfTurn(Webhook webhook, Delivery delivery) {
        if (sent(webhook, delivery).isTaken()) {
            var now = clock.instant();
            changeWebhook.change(Scope.EVERYBODYS, webhook.webhookId(), known -> known.heard(now));
        }
    }

    private void sendInTurn(Webhook webhook, ReportChange change) {
        var fresh = Delivery.of(webhook, change, clock.instant());
        var receipt = sent(
                webhook,
                deliveries.find(webhook.webhookId(), fresh.deliveryId()).orElse(fresh));
        var now = clock.instant();
        changeWebhook
                .change(
                        Scope.EVERYBODYS,
                        webhook.webhookId(),
                        known -> known.tried(change, webhook.position(), receipt, following(known, change), now))
                .ifPresent(after -> {
                    tell(webhook, after);
                    if (!receipt.isTaken() && after.isPast(change)) {
                        LOG.atInfo()
                                .addKeyValue("webhookId", after.webhookId())
                                .log("message to a webhook given up; its partner may have it sent again");
                    }
                });
    }

    /** Asked as often as the webhook is read, so that nothing is passed over in between. */
    private Optional<Long> following(Webhook known, ReportChange change) {
        return known.waitingFor(change).flatMap(_ -> changes.nextOf(change)).map(ReportChange::number);
    }

    private Receipt sent(Webhook webhook, Delivery delivery) {
        var receipt = receivers.send(webhook.url(), webhook.secretsAt(clock.instant()), delivery.message());
        deliveries.save(delivery.tried(receipt, clock.instant()));
        return receipt;
    }

    private static void tell(Webhook before, Webhook after) {
        switch (after.state()) {
            case Working _
            when before.state() instanceof Failing failing ->
                LOG.atInfo()
                        .addKeyValue("webhookId", after.webhookId())
                        .addKeyValue("since", failing.since())
                        .addKeyValue("attempts", failing.attempts())
                        .log("webhook takes messages again");
            case Failing _
            when before.state() instanceof Working ->
                LOG.atInfo()
                        .addKeyValue("webhookId", after.webhookId())
                        .addKeyValue("origin", after.origin())
                        .log("webhook did not take a message");
            case Disabled disabled
            when !(before.state() instanceof Disabled) ->
                LOG.atWarn()
                        .addKeyValue("webhookId", after.webhookId())
                        .addKeyValue("origin", after.origin())
                        .addKeyValue("cause", disabled.cause())
                        .log("webhook disabled; its partner may enable it again");
            case Working _, Failing _, Disabled _ -> {}
        }
    }
}
