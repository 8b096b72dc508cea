package org.vigie.notice.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.notice.report.ReportChanges;
import org.vigie.notice.report.Scope;

/** What partners do with their webhooks. Each answers with an absent value where there is none in the scope. */
@Service
public class KeepWebhooks {

    /** A partner has so many at most. */
    public static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(KeepWebhooks.class);
    private static final String PREFIX = "whsec_";
    private static final int OCTETS = 32;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final ReportChanges changes;
    private final ChangeWebhook changeWebhook;
    private final WebhookQueue queue;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeepWebhooks(
            Webhooks webhooks,
            Deliveries deliveries,
            ReportChanges changes,
            ChangeWebhook changeWebhook,
            WebhookQueue queue,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changes = changes;
        this.changeWebhook = changeWebhook;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Tells what happens from now on at the URL. One after another: whoever asks many times at once has no more.
     *
     * @param origin whose it is
     * @return absent if the partner has as many as it may
     */
    public synchronized Optional<Webhook> add(String origin, String url) {
        if (webhooks.all(new Scope(origin)).size() >= MOST) {
            return Optional.empty();
        }
        var position = changes.last(origin);
        var added = webhooks.save(Webhook.of(UUID.randomUUID(), origin, url, madeSecret(), position, clock.instant()));
        added.ifPresent(webhook ->
                LOG.atInfo().addKeyValue("webhookId", webhook.webhookId()).log("webhook added"));
        return added;
    }

    /** Another secret, the first of its secrets; both sign for a day. */
    public Optional<Webhook> rotate(Scope scope, UUID webhookId) {
        var next = madeSecret();
        var now = clock.instant();
        return changeWebhook.change(scope, webhookId, known -> known.rotated(next, now));
    }

    public Optional<Webhook> disable(Scope scope, UUID webhookId) {
        var now = clock.instant();
        return changeWebhook.change(scope, webhookId, known -> known.disabled(now));
    }

    /** Sends what waits at once, all of what came meanwhile. */
    public Optional<Webhook> enable(Scope scope, UUID webhookId) {
        var now = clock.instant();
        return moved(scope, webhookId, known -> known.enabled(now));
    }

    /** Sends again all that was noted since then, in its order. */
    public Optional<Webhook> replaySince(Scope scope, UUID webhookId, Instant since) {
        return moved(scope, webhookId, known -> known.rewound(changes.before(known.origin(), since)));
    }

    private Optional<Webhook> moved(Scope scope, UUID webhookId, UnaryOperator<Webhook> move) {
        var moved = changeWebhook.change(scope, webhookId, move);
        moved.ifPresent(webhook -> queue.send(webhookId, clock.instant()));
        return moved;
    }

    /**
     * Takes it out, and what was sent.
     *
     * @return false if there is none
     */
    public boolean remove(Scope scope, UUID webhookId) {
        var known = webhooks.find(scope, webhookId);
        known.ifPresent(webhook -> webhooks.remove(webhookId));
        return known.isPresent();
    }

    /** Sends a test at once, to one that is disabled too. */
    public Optional<Delivery> ping(Scope scope, UUID webhookId) {
        var now = clock.instant();
        return webhooks.find(scope, webhookId)
                .map(webhook -> Delivery.of(webhook, webhook.position(), Message.ping(UUID.randomUUID(), now), now))
                .map(this::sendingNow);
    }

    /** Sends a message once more, out of its turn. */
    public Optional<Delivery> replay(Scope scope, UUID webhookId, UUID deliveryId) {
        return webhooks.find(scope, webhookId)
                .flatMap(webhook -> deliveries.find(webhookId, deliveryId))
                .map(delivery -> sendingNow(delivery.again()));
    }

    private Delivery sendingNow(Delivery delivery) {
        deliveries.save(delivery);
        queue.send(delivery.webhookId(), clock.instant());
        return delivery;
    }

    private Secret madeSecret() {
        var octets = new byte[OCTETS];
        random.nextBytes(octets);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(octets), null);
    }
}
