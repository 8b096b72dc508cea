package org.vigie.notice.webhook.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.vigie.events.SealedUrl;
import org.vigie.notice.webhook.HeldReport;
import org.vigie.notice.webhook.Secret;
import org.vigie.notice.webhook.Webhook;
import org.vigie.notice.webhook.WebhookState;
import org.vigie.notice.webhook.WebhookState.Cause;
import org.vigie.notice.webhook.WebhookState.Disabled;
import org.vigie.notice.webhook.WebhookState.Down;
import org.vigie.notice.webhook.WebhookState.Failing;
import org.vigie.notice.webhook.WebhookState.FailingAlone;
import org.vigie.notice.webhook.WebhookState.Working;
import org.vigie.support.seal.Seal;

/**
 * A webhook as it is stored, with its state in columns.
 *
 * @param url sealed for this document
 * @param held absent if it was stored before reports waited alone
 * @param since since when it fails or is disabled, absent while it works
 * @param attempts absent unless it fails
 * @param next absent unless it fails
 * @param alone the one report whose messages were not taken, absent unless it fails and is not down
 * @param cause absent unless it is disabled
 */
@Document("webhooks")
record WebhookDocument(
        @Id String id,
        @Version @Nullable Long version,
        String origin,
        SealedUrl url,
        List<SealedSecret> secrets,
        long position,
        @Nullable List<HeldReport> held,
        State state,
        @Nullable Instant since,
        @Nullable Integer attempts,
        @Nullable Instant next,
        @Nullable UUID alone,
        @Nullable Cause cause,
        Instant createdAt) {

    /** Its state, without what comes with it. */
    enum State {
        WORKING,
        FAILING,
        DISABLED
    }

    /** @param text sealed for this document */
    record SealedSecret(SealedUrl text, @Nullable Instant until) {}

    static WebhookDocument of(Webhook webhook, Seal store) {
        var state = webhook.state();
        var failing = state instanceof Failing known ? known : null;
        var disabled = state instanceof Disabled known ? known : null;
        var id = webhook.webhookId().toString();
        return new WebhookDocument(
                id,
                webhook.version(),
                webhook.origin(),
                store.seal(webhook.url(), id),
                webhook.secrets().stream()
                        .map(secret -> new SealedSecret(store.seal(secret.text(), id), secret.until()))
                        .toList(),
                webhook.position(),
                webhook.held(),
                stateOf(state),
                failing != null ? failing.since() : disabled == null ? null : disabled.at(),
                failing == null ? null : failing.attempts(),
                failing == null ? null : failing.next(),
                state instanceof FailingAlone alone ? alone.reportId() : null,
                disabled == null ? null : disabled.cause(),
                webhook.createdAt());
    }

    private static State stateOf(WebhookState state) {
        return switch (state) {
            case Working _ -> State.WORKING;
            case Failing _ -> State.FAILING;
            case Disabled _ -> State.DISABLED;
        };
    }

    Webhook toDomain(Seal store) {
        return new Webhook(
                UUID.fromString(id),
                origin,
                store.open(url, id),
                secrets.stream()
                        .map(secret -> new Secret(store.open(secret.text(), id), secret.until()))
                        .toList(),
                position,
                held == null ? List.of() : held,
                inState(),
                createdAt,
                version);
    }

    private WebhookState inState() {
        return switch (state) {
            case WORKING -> new Working();
            case FAILING ->
                failing(
                        Objects.requireNonNull(since),
                        Objects.requireNonNull(attempts),
                        Objects.requireNonNull(next),
                        alone);
            case DISABLED -> new Disabled(Objects.requireNonNull(since), Objects.requireNonNull(cause));
        };
    }

    private static Failing failing(Instant since, int attempts, Instant next, @Nullable UUID alone) {
        return alone == null ? new Down(since, attempts, next) : new FailingAlone(since, attempts, next, alone);
    }
}
