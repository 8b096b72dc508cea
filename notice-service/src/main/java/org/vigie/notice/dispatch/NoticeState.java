package org.vigie.notice.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a notice has come. A state offers only the moves that may leave it.
 *
 * <pre>
 * Pending    ─► Claimed, Withdrawn
 * Claimed    ─► HandedOver; Pending (not now), Withdrawn, Failed
 * HandedOver ─► Sent; Pending (not now), Failed; Uncertain
 *               the second time instead: Uncertain (not now); Unresolved
 * Uncertain  ─► HandedOver (once more, byte for byte); Unresolved
 * Unresolved ─► Sent, Withdrawn (a person found out)
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
        return switch (this) {
            case Pending _, Claimed _, Uncertain _ -> true;
            case HandedOver _, Sent _, Failed _, Unresolved _, Withdrawn _ -> false;
        };
    }

    /** Whether somebody may have it and answer it. */
    default boolean mayHaveArrived() {
        return switch (this) {
            case HandedOver _, Uncertain _, Unresolved _, Sent _ -> true;
            case Pending _, Claimed _, Failed _, Withdrawn _ -> false;
        };
    }

    /** How long a claim or a hand-over may take before it counts as left behind by a crash. */
    Duration LEFT_BEHIND = Duration.ofMinutes(1);

    /** When it is to be taken up again, absent if never. */
    default Optional<Instant> due() {
        return switch (this) {
            case Pending(var at, var _) -> Optional.of(at);
            case Claimed(var at, var _) -> Optional.of(at.plus(LEFT_BEHIND));
            case HandedOver(var at, var _, var _) -> Optional.of(at.plus(LEFT_BEHIND));
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
        public HandedOver handedOver(Instant now) {
            return new HandedOver(now, attempts, false);
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

    /**
     * The relay has everything but the final dot, or also that.
     *
     * @param again whether this is the one resend of an uncertain notice
     */
    record HandedOver(Instant at, int attempts, boolean again) implements BeingSent {
        Sent sent(Instant now) {
            return new Sent(now, false);
        }

        @Override
        public NoticeState waiting(Instant next) {
            return notNow(next);
        }

        /** What may have been accepted before stays uncertain. */
        @Override
        public NoticeState notNow(Instant next) {
            return again ? new Uncertain(at, next, attempts) : new Pending(next, attempts);
        }

        @Override
        public NoticeState refused(Instant now, String status) {
            return again ? new Unresolved(at) : new Failed(now, status, false);
        }

        /** The first time it settles and is sent once more; the second time only a person can find out. */
        NoticeState uncertain(Duration settle) {
            return again ? new Unresolved(at) : new Uncertain(at, at.plus(settle), attempts);
        }
    }

    /** It may have been accepted. */
    record Uncertain(Instant since, Instant settledAt, int attempts) implements ToHandOver {
        @Override
        public HandedOver handedOver(Instant now) {
            return new HandedOver(now, attempts + 1, true);
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

    /**
     * Accepted by the channel.
     *
     * @param told whether the cases it names know
     */
    record Sent(Instant at, boolean told) implements NoticeState {
        Sent withCasesTold() {
            return new Sent(at, true);
        }
    }

    /**
     * Refused for good.
     *
     * @param status enhanced status code (RFC 3463)
     * @param told whether the cases it names know
     */
    record Failed(Instant at, String status, boolean told) implements NoticeState {
        Failed withCasesTold() {
            return new Failed(at, status, true);
        }
    }

    /** Nothing of it was left to say. */
    record Withdrawn(Instant at) implements NoticeState {}
}
