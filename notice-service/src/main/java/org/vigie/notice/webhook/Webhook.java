package org.vigie.notice.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.webhook.WebhookState.Cause;
import org.vigie.notice.webhook.WebhookState.Disabled;
import org.vigie.notice.webhook.WebhookState.Failing;
import org.vigie.notice.webhook.WebhookState.Working;

/**
 * Where a partner is told of further steps of its reports. Its {@code toString} gives no URL away.
 *
 * @param origin whose it is, as reports say it
 * @param secrets the newest first
 * @param position number of the change that was taken last
 * @param version absent until it is stored
 */
public record Webhook(
        UUID webhookId,
        String origin,
        String url,
        List<Secret> secrets,
        long position,
        WebhookState state,
        Instant createdAt,
        @Nullable Long version) {

    /** How long the secret before goes on to sign. */
    public static final Duration OVERLAP = Duration.ofDays(1);

    public Webhook {
        secrets = List.copyOf(secrets);
    }

    static Webhook of(UUID webhookId, String origin, String url, Secret secret, long position, Instant now) {
        return new Webhook(webhookId, origin, url, List.of(secret), position, new Working(), now, null);
    }

    /** What messages are signed with then, the newest first. */
    public List<String> secretsAt(Instant now) {
        return secrets.stream()
                .filter(secret -> secret.countsAt(now))
                .map(Secret::text)
                .toList();
    }

    /** The message about a change was sent; one that is not next any more moves nothing on. */
    Webhook tried(long number, Receipt receipt, Instant now) {
        if (receipt.isTaken()) {
            return heard().at(number == position + 1 ? number : position);
        }
        return switch (state) {
            case Disabled _ -> this;
            case Working _, Failing _ when receipt.isGone() -> in(new Disabled(now, Cause.GONE));
            case Working _ -> in(Failing.first(now));
            case Failing failing -> in(failing.again(now));
        };
    }

    /** It took something: what waits is sent at once. */
    Webhook heard() {
        return state instanceof Failing ? in(new Working()) : this;
    }

    Webhook enabled() {
        return state instanceof Working ? this : in(new Working());
    }

    Webhook disabled(Instant now) {
        return state instanceof Disabled ? this : in(new Disabled(now, Cause.ASKED));
    }

    /** Another secret; the one before signs along for a while, those before it no more. */
    Webhook rotated(Secret next, Instant now) {
        var old = secrets.stream().limit(1).map(secret -> secret.endingBy(now.plus(OVERLAP)));
        return new Webhook(
                webhookId,
                origin,
                url,
                Stream.concat(Stream.of(next), old).toList(),
                position,
                state,
                createdAt,
                version);
    }

    /** All beyond the number is sent again, in its order. */
    Webhook rewound(long number) {
        return at(Math.min(position, number));
    }

    private Webhook at(long number) {
        return new Webhook(webhookId, origin, url, secrets, number, state, createdAt, version);
    }

    private Webhook in(WebhookState next) {
        return new Webhook(webhookId, origin, url, secrets, position, next, createdAt, version);
    }

    @Override
    public String toString() {
        return "Webhook[%s, %s, %d]".formatted(webhookId, state, position);
    }
}
