package org.vigie.notice.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a notice has come. A state offers only the moves that may leave it.
 *
 * <pre>
 * Pending         ─► Claimed, Withdrawn
 * Claimed         ─► HandedOverFirst; Pending (not now), Withdrawn, Failed
 * HandedOverFirst ─► Sent; Pending (not now), Failed; Uncertain
 * Uncertain       ─► HandedOverAgain (once more, byte for byte); Unresolved
 * HandedOverAgain ─► Sent; Uncertain (not now); Unresolved
 * Unresolved      ─► Sent, Withdrawn (a person found out)
 * </pre>
 */
public sealed interface NoticeState {

    /** What the states are called in REST, in meters, in logs and in the store. */
    enum Name {
        PENDING,
        CLAIMED,
        HANDED_OVER,
        UNCERTAIN,
        UNRESOLVED,
        SENT,
        FAILED,
        WITHDRAWN
    }

    /** What it is called. */
    default Name name() {
        return switch (this) {
            case Pending _ -> Name.PENDING;
            case Claimed _ -> Name.CLAIMED;
            case HandedOver _ -> Name.HANDED_OVER;
            case Uncertain _ -> Name.UNCERTAIN;
            case Unresolved _ -> Name.UNRESOLVED;
            case Sent _ -> Name.SENT;
            case Failed _ -> Name.FAILED;
            case Withdrawn _ -> Name.WITHDRAWN;
        };
    }

    /** Whether it is to be handed over, for the first time or once more. */
    default boolean isToLeave() {
        return this instanceof Unsent || this instanceof ToHandOver;
    }

    /** Whether somebody may have it and answer it. */
    default boolean mayHaveArrived() {
        return !(this instanceof Unsent || this instanceof Failed || this instanceof Withdrawn);
    }

    /** How long a claim or a hand-over may take before it counts as left behind by a crash. */
    Duration LEFT_BEHIND = Duration.ofMinutes(1);

    /** When it is to be taken up again, absent if never. */
    default Optional<Instant> due() {
        return switch (this) {
            case Pending(var at, var _) -> Optional.of(at);
            case Claimed(var at, var _) -> Optional.of(at.plus(LEFT_BEHIND));
            case HandedOver handed -> Optional.of(handed.at().plus(LEFT_BEHIND));
            case Uncertain(var _, var settledAt, var _) -> Optional.of(settledAt);
            case Sent(var at, var told) -> told ? Optional.empty() : Optional.of(at);
            case Failed(var at, var _, var told) -> told ? Optional.empty() : Optional.of(at);
            case Withdrawn _, Unresolved _ -> Optional.empty();
        };
    }

    /** Nothing of it has left. */
    sealed interface Unsent extends NoticeState {
        /** With other words it is sent from the beginning. */
        default Pending anew(Instant now) {
            return new Pending(now, 0);
        }

        /** Somebody takes it; one that was left behind by a crash counts no attempt more. */
        Claimed claimed(Instant now);

        default Withdrawn withdrawn(Instant now) {
            return new Withdrawn(now);
        }
    }

    /** Somebody tries to hand it over. */
    sealed interface BeingSent extends NoticeState {
        int attempts();

        /** Something is missing before it can be tried: that was no attempt. */
        NoticeState waiting(Instant again);

        /** The relay said not now. */
        NoticeState notNow(Instant again);

        /** The relay refused it for good. */
        NoticeState refused(Instant now, String status);
    }

    /** The channel is to have it next. */
    sealed interface ToHandOver extends BeingSent {
        HandedOver handedOver(Instant now);
    }

    /** To be sent. */
    record Pending(Instant at, int attempts) implements Unsent {
        @Override
        public Claimed claimed(Instant now) {
            return new Claimed(now, attempts + 1);
        }
    }

    /** Being sent; nothing was accepted yet. */
    record Claimed(Instant at, int attempts) implements Unsent, ToHandOver {
        @Override
        public Claimed claimed(Instant now) {
            return new Claimed(now, attempts);
        }

        @Override
        public HandedOverFirst handedOver(Instant now) {
            return new HandedOverFirst(now, attempts);
        }

        @Override
        public Pending waiting(Instant again) {
            return new Pending(again, attempts - 1);
        }

        @Override
        public Pending notNow(Instant again) {
            return new Pending(again, attempts);
        }

        @Override
        public Failed refused(Instant now, String status) {
            return new Failed(now, status, false);
        }
    }

    /** The relay has everything but the final dot, or also that. */
    sealed interface HandedOver extends BeingSent {
        Instant at();

        default Sent sent(Instant now) {
            return new Sent(now, false);
        }

        @Override
        default NoticeState waiting(Instant again) {
            return notNow(again);
        }

        /** The answer was lost. */
        NoticeState uncertain(Duration settle);
    }

    /** For the first time: if that is uncertain it settles, and is sent once more. */
    record HandedOverFirst(Instant at, int attempts) implements HandedOver {
        @Override
        public Pending notNow(Instant again) {
            return new Pending(again, attempts);
        }

        @Override
        public Failed refused(Instant now, String status) {
            return new Failed(now, status, false);
        }

        @Override
        public Uncertain uncertain(Duration settle) {
            return new Uncertain(at, at.plus(settle), attempts);
        }
    }

    /** The one resend of an uncertain notice: what may have been accepted before stays uncertain. */
    record HandedOverAgain(Instant at, int attempts) implements HandedOver {
        @Override
        public Uncertain notNow(Instant again) {
            return new Uncertain(at, again, attempts);
        }

        @Override
        public Unresolved refused(Instant now, String status) {
            return new Unresolved(at);
        }

        @Override
        public Unresolved uncertain(Duration settle) {
            return new Unresolved(at);
        }
    }

    /** It may have been accepted. */
    record Uncertain(Instant since, Instant settledAt, int attempts) implements ToHandOver {
        @Override
        public HandedOverAgain handedOver(Instant now) {
            return new HandedOverAgain(now, attempts + 1);
        }

        @Override
        public Uncertain waiting(Instant again) {
            return new Uncertain(since, again, attempts);
        }

        @Override
        public Uncertain notNow(Instant again) {
            return new Uncertain(since, again, attempts + 1);
        }

        @Override
        public Unresolved refused(Instant now, String status) {
            return unresolved();
        }

        Unresolved unresolved() {
            return new Unresolved(since);
        }
    }

    /** It may have been accepted, and only a person can find out. */
    record Unresolved(Instant since) implements NoticeState {
        Sent foundAccepted() {
            return new Sent(since, false);
        }

        Withdrawn foundLost(Instant now) {
            return new Withdrawn(now);
        }
    }

    /** Accepted by the channel; whether the cases it names were told. */
    record Sent(Instant at, boolean told) implements NoticeState {
        Sent withCasesTold() {
            return new Sent(at, true);
        }
    }

    /** Refused for good, with an enhanced status code (RFC 3463); whether the cases it names were told. */
    record Failed(Instant at, String status, boolean told) implements NoticeState {
        Failed withCasesTold() {
            return new Failed(at, status, true);
        }
    }

    /** Nothing of it was left to say. */
    record Withdrawn(Instant at) implements NoticeState {}
}
