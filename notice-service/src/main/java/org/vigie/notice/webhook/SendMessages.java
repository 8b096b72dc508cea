package org.vigie.notice.webhook;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.report.ReportChanges;
import org.vigie.notice.report.Scope;
import org.vigie.notice.webhook.WebhookState.Disabled;
import org.vigie.notice.webhook.WebhookState.Failing;
import org.vigie.notice.webhook.WebhookState.Working;

/**
 * Sends a webhook one message after another, in the order of the changes: what is not taken holds up what follows it,
 * and nobody else. A crash may send a message twice, under the same id.
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
        return switch (webhook.state()) {
            case Disabled _ -> false;
            case Failing failing
            when clock.instant().isBefore(failing.next()) -> {
                queue.send(webhook.webhookId(), failing.next());
                yield false;
            }
            case Failing _, Working _ -> sendsNext(webhook);
        };
    }

    /** A failure of it says nothing of what is sent in its turn. */
    private void sendOutOfTurn(Webhook webhook, Delivery delivery) {
        if (sent(webhook, delivery).isTaken()) {
            changeWebhook.change(Scope.EVERYBODYS, webhook.webhookId(), Webhook::heard);
        }
    }

    private boolean sendsNext(Webhook webhook) {
        var next = changes.after(webhook.origin(), webhook.position(), 1);
        if (next.isEmpty()) {
            return false;
        }
        var change = next.getFirst();
        var fresh = Delivery.of(webhook, change, clock.instant());
        var receipt = sent(
                webhook,
                deliveries.find(webhook.webhookId(), fresh.deliveryId()).orElse(fresh));
        var now = clock.instant();
        changeWebhook
                .change(Scope.EVERYBODYS, webhook.webhookId(), known -> known.tried(change.number(), receipt, now))
                .ifPresent(after -> tell(webhook, after));
        return true;
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
                LOG.atInfo().addKeyValue("webhookId", after.webhookId()).log("webhook did not take a message");
            case Disabled disabled
            when !(before.state() instanceof Disabled) ->
                LOG.atWarn()
                        .addKeyValue("webhookId", after.webhookId())
                        .addKeyValue("cause", disabled.cause())
                        .log("webhook disabled; its partner may enable it again");
            case Working _, Failing _, Disabled _ -> {}
        }
    }
}
