package org.vigie.notice.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.report.ReportChange;
import org.vigie.notice.webhook.WebhookState.Disabled;
import org.vigie.notice.webhook.WebhookState.Down;
import org.vigie.notice.webhook.WebhookState.Failing;
import org.vigie.notice.webhook.WebhookState.FailingAlone;
import org.vigie.notice.webhook.WebhookState.Working;

/**
 * Where a partner is told of further steps of its reports. Its {@code toString} gives no URL away.
 *
 * @param origin whose it is, as reports say it
 * @param secrets the newest first
 * @param position number of the last change that was sent or passed over
 * @param held reports with a change up to the position that was not taken yet
 * @param version absent until it is stored
 */
public record Webhook(
        UUID webhookId,
        String origin,
        String url,
        List<Secret> secrets,
        long position,
        List<HeldReport> held,
        WebhookState state,
        Instant createdAt,
        @Nullable Long version) {

    /** How long the secret before goes on to sign. */
    public static final Duration OVERLAP = Duration.ofDays(1);

    /** So many reports may wait while others pass; a document has room for them. */
    static final int MOST_HELD = 100;

    public Webhook {
        secrets = List.copyOf(secrets);
        held = List.copyOf(held);
    }

    static Webhook of(UUID webhookId, String origin, String url, Secret secret, long position, Instant now) {
        return new Webhook(webhookId, origin, url, List.of(secret), position, List.of(), new Working(), now, null);
    }

    /** What messages are signed with then, the newest first. */
    public List<String> secretsAt(Instant now) {
        return secrets.stream()
                .filter(secret -> secret.countsAt(now))
                .map(Secret::text)
                .toList();
    }

    /**
     * The message about a change was sent.
     *
     * @param from the position when the change was read; a new one moves nothing on if it is another by now
     * @param following the next change of the same report, empty if there is none yet
     */
    Webhook tried(ReportChange change, long from, Receipt receipt, Optional<Long> following, Instant now) {
        if (receipt.isTaken()) {
            return passed(change, from, following, now).in(state.taken());
        }
        return switch (state.notTaken(receipt, change.reportId(), now)) {
            case Failing failing -> kept(change, from, following, now).in(failing);
            case Disabled disabled -> in(disabled);
        };
    }

    private Webhook passed(ReportChange change, long from, Optional<Long> following, Instant now) {
        return waitingFor(change)
                .map(waiting -> beyond(waiting, following, now))
                .orElseGet(() -> isNext(change, from) ? at(change.number()) : this);
    }

    private Webhook kept(ReportChange change, long from, Optional<Long> following, Instant now) {
        return waitingFor(change)
                .map(waiting -> again(waiting, following, now))
                .orElseGet(() -> isNext(change, from)
                        ? at(change.number())
                                .with(plus(held, HeldReport.first(change.reportId(), change.number(), now)))
                        : this);
    }

    private Webhook again(HeldReport waiting, Optional<Long> following, Instant now) {
        if (state instanceof Down) {
            return with(plus(without(waiting).held, waiting.failedWhileDown(now)));
        }
        return waiting.failed(now)
                .map(failed -> with(plus(without(waiting).held, failed)))
                .orElseGet(() -> beyond(waiting, following, now));
    }

    /** The report goes on with its next message, if that was passed over. */
    private Webhook beyond(HeldReport waiting, Optional<Long> following, Instant now) {
        return following
                .filter(number -> number <= position)
                .map(number -> with(plus(without(waiting).held, waiting.at(number, now))))
                .orElseGet(() -> without(waiting));
    }

    private boolean isNext(ReportChange change, long from) {
        return position == from && change.number() > from;
    }

    /** What is kept of the report if it waits for the message of this change. */
    Optional<HeldReport> waitingFor(ReportChange change) {
        return held.stream()
                .filter(one -> one.reportId().equals(change.reportId()) && one.number() == change.number())
                .findFirst();
    }

    /** Whether the message of the change is not sent again by itself. */
    boolean isPast(ReportChange change) {
        return position >= change.number() && waitingFor(change).isEmpty();
    }

    /** Whether a change has to wait for one before it of the same report. */
    boolean holdsUp(ReportChange change) {
        return held.stream().anyMatch(one -> one.reportId().equals(change.reportId()));
    }

    /**
     * Past the changes that have to wait, up to the first that has not.
     *
     * @param next what follows the position {@code from}, in its order
     */
    Webhook passingOver(List<ReportChange> next, long from) {
        return position != from
                ? this
                : next.stream()
                        .takeWhile(this::holdsUp)
                        .reduce((_, last) -> last)
                        .map(last -> at(last.number()))
                        .orElse(this);
    }

    /** When something that was not taken is tried again; empty if nothing is. */
    public Optional<Instant> nextAttempt() {
        return switch (state) {
            case Disabled _ -> Optional.empty();
            case Down down -> Optional.of(down.next());
            case Working _, FailingAlone _ ->
                held.stream().map(HeldReport::next).min(Comparator.naturalOrder());
        };
    }

    /** It took something out of turn: what waits is sent at once, but for one that is disabled. */
    Webhook heard(Instant now) {
        return state instanceof Disabled ? this : enabled(now);
    }

    /** What waits is sent at once. */
    Webhook enabled(Instant now) {
        return with(held.stream().map(one -> one.at(one.number(), now)).toList())
                .in(state.enabled());
    }

    Webhook disabled(Instant now) {
        return in(state.disabled(now));
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
                held,
                state,
                createdAt,
                version);
    }

    /** All beyond the number is sent again, in its order. */
    Webhook rewound(long number) {
        var back = at(Math.min(position, number));
        return back.with(
                held.stream().filter(one -> one.number() <= back.position()).toList());
    }

    Webhook without(HeldReport waiting) {
        return with(held.stream().filter(one -> !one.equals(waiting)).toList());
    }

    private static List<HeldReport> plus(List<HeldReport> held, HeldReport another) {
        return Stream.concat(held.stream(), Stream.of(another)).toList();
    }

    private Webhook with(List<HeldReport> next) {
        return new Webhook(webhookId, origin, url, secrets, position, next, state, createdAt, version);
    }

    private Webhook at(long number) {
        return new Webhook(webhookId, origin, url, secrets, number, held, state, createdAt, version);
    }

    private Webhook in(WebhookState next) {
        return new Webhook(webhookId, origin, url, secrets, position, held, next, createdAt, version);
    }

    @Override
    public String toString() {
        return "Webhook[%s, %s, %d]".formatted(webhookId, state, position);
    }
}
