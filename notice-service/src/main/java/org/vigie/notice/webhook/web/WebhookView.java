package org.vigie.notice.webhook.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.webhook.Secret;
import org.vigie.notice.webhook.Webhook;
import org.vigie.notice.webhook.WebhookState.Cause;
import org.vigie.notice.webhook.WebhookState.Disabled;
import org.vigie.notice.webhook.WebhookState.Failing;
import org.vigie.notice.webhook.WebhookState.Working;

/**
 * A webhook, without its secrets.
 *
 * @param url as its partner gave it
 * @param since absent while it works
 * @param nextAttemptAt absent if nothing that was not taken is tried again
 * @param cause absent unless it is disabled
 * @param oldSecretUntil absent while no secret follows another
 */
record WebhookView(
        UUID webhookId,
        String url,
        State state,
        @Nullable Instant since,
        @Nullable Instant nextAttemptAt,
        int reportsHeldUp,
        @Nullable Cause cause,
        @Nullable Instant oldSecretUntil,
        Instant createdAt) {

    /** How it is. */
    enum State {
        WORKING,
        FAILING,
        DISABLED
    }

    static WebhookView of(Webhook webhook) {
        var old = webhook.secrets().stream().skip(1).map(Secret::until).findFirst();
        return switch (webhook.state()) {
            case Working _ -> of(webhook, State.WORKING, null, null, old.orElse(null));
            case Failing failing -> of(webhook, State.FAILING, failing.since(), null, old.orElse(null));
            case Disabled(var at, var cause) -> of(webhook, State.DISABLED, at, cause, old.orElse(null));
        };
    }

    private static WebhookView of(
            Webhook webhook,
            State state,
            @Nullable Instant since,
            @Nullable Cause cause,
            @Nullable Instant oldSecretUntil) {
        return new WebhookView(
                webhook.webhookId(),
                webhook.url(),
                state,
                since,
                webhook.nextAttempt().orElse(null),
                webhook.held().size(),
                cause,
                oldSecretUntil,
                webhook.createdAt());
    }
}
