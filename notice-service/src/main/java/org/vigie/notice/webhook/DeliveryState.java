package org.vigie.notice.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a message to a webhook is.
 *
 * <pre>
 * Fresh ── tried ─► Tried ── again ─► AskedFor ── tried ─► Tried
 *                   Tried ── tried ─► Tried
 * </pre>
 */
public sealed interface DeliveryState {

    /** What it is called in REST and in the store. */
    enum Status {
        /** It is about to be sent, for the first time or because somebody asked for it again. */
        WAITING,
        DELIVERED,
        /** The last attempt failed; the next message that is due is tried again by itself. */
        FAILED
    }

    default Status status() {
        return switch (this) {
            case Fresh _, AskedFor _ -> Status.WAITING;
            case Tried(var attempts) -> attempts.last().isTaken() ? Status.DELIVERED : Status.FAILED;
        };
    }

    /** What was tried so far; empty before the first attempt. */
    default Optional<Attempts> attempts() {
        return switch (this) {
            case Fresh _ -> Optional.empty();
            case AskedFor(var before) -> Optional.of(before);
            case Tried(var made) -> Optional.of(made);
        };
    }

    /** It was sent. */
    default Tried tried(Receipt receipt, Instant now) {
        return new Tried(new Attempts(attempts().map(Attempts::number).orElse(0) + 1, now, receipt));
    }

    /** Somebody wants it sent once more. */
    default DeliveryState again() {
        return switch (this) {
            case Tried(var made) -> new AskedFor(made);
            case Fresh _, AskedFor _ -> this;
        };
    }

    /**
     * All attempts.
     *
     * @param number at least one
     * @param last what came of the last one
     */
    record Attempts(int number, Instant lastAt, Receipt last) {}

    /** Never sent. */
    record Fresh() implements DeliveryState {}

    /** Sent before, and about to be once more. */
    record AskedFor(Attempts before) implements DeliveryState {}

    /** Sent, and whether it was taken its last attempt says. */
    record Tried(Attempts made) implements DeliveryState {}
}
