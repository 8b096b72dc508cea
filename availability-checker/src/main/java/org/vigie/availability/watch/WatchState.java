package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

/**
 * Whether the content is there, as far as checks tell.
 *
 * <pre>
 * Unseen ──up──► Up ◄──up── Suspect ──streak confirmed──► Down ──7 days──► Down, gone
 *    └───bad──────┴──bad──────►┘                         ▲ └─up──► Returning ──up again──► Up, reappeared
 *                                                        └──────bad──┘
 * </pre>
 */
public sealed interface WatchState {

    /** How long it must be down to be gone. */
    Duration GONE_AFTER = Duration.ofDays(7);
    /** How far apart two good checks must be to bring it back. */
    Duration BETWEEN_RETURNS = Duration.ofMinutes(5);

    /** What the check makes of this state; one that could not tell ends a streak at most, if it contradicts it. */
    WatchState after(CheckResult result, Confirmation needed);

    /** What checks that cannot tell make of this state, beside a witness who says that it is gone. */
    default WatchState witnessed(RemovalRule rule, Instant since, Instant at) {
        return switch (this) {
            case Unseen _, Up _ -> new Down(new Removal(lastUpAt(), since, at, rule, null, Evidence.NONE), false);
            case Suspect(var _, var streak) ->
                new Down(new Removal(lastUpAt(), streak.firstBadAt(), at, rule, null, Evidence.NONE), false);
            case Down _, Returning _ -> this;
        };
    }

    /** A streak that checks could not go on with for long ends: it stops nobody from asking a person. */
    default WatchState forgetting() {
        return this instanceof Suspect(var before, var _) ? before == null ? new Unseen() : before : this;
    }

    Presence presence();

    /** When it was last seen, absent if never. */
    @Nullable
    Instant lastUpAt();

    /** The first failed check of the streak that lasts, absent if none does. */
    default @Nullable Instant badSince() {
        return switch (this) {
            case Unseen _, Up _ -> null;
            case Suspect(var _, var streak) -> streak.firstBadAt();
            case Down(var removal, var _) -> removal.firstDownAt();
            case Returning(var down, var _) -> down.removal().firstDownAt();
        };
    }

    /** Never seen, neither up nor down. */
    record Unseen() implements WatchState {
        /** Somebody saw it. */
        Up seenAt(Instant at) {
            return new Up(at, at, false);
        }

        @Override
        public WatchState after(CheckResult result, Confirmation needed) {
            return switch (result.signal().meaning()) {
                case UP -> seenAt(result.at());
                case DOWN -> new Suspect(null, FailureStreak.startedBy(result));
                case NEITHER -> this;
            };
        }

        @Override
        public Presence presence() {
            return Presence.UNKNOWN;
        }

        @Override
        public @Nullable Instant lastUpAt() {
            return null;
        }
    }

    /**
     * There.
     *
     * @param since the first check that found it, this time
     * @param reappeared whether it is back after a confirmed removal
     */
    record Up(Instant since, Instant lastUpAt, boolean reappeared) implements WatchState {
        @Override
        public WatchState after(CheckResult result, Confirmation needed) {
            return switch (result.signal().meaning()) {
                case UP -> new Up(since, result.at(), reappeared);
                case DOWN -> new Suspect(this, FailureStreak.startedBy(result));
                case NEITHER -> this;
            };
        }

        @Override
        public Presence presence() {
            return reappeared ? Presence.REAPPEARED : Presence.REACHABLE;
        }
    }

    /**
     * Not found lately; nothing is concluded from it yet.
     *
     * @param before absent if it was never seen
     */
    record Suspect(@Nullable Up before, FailureStreak streak) implements WatchState {
        @Override
        public WatchState after(CheckResult result, Confirmation needed) {
            return switch (result.signal().meaning()) {
                case UP -> foundAt(result.at());
                case DOWN -> failed(streak.and(result), result.at(), needed);
                case NEITHER -> result.signal().contradicts(streak.rule()) ? forgetting() : this;
            };
        }

        /** Somebody found it. */
        Up foundAt(Instant at) {
            return new Up(before == null ? at : before.since(), at, false);
        }

        private WatchState failed(FailureStreak longer, Instant at, Confirmation needed) {
            if (needed.frozen() || !longer.isConfirmed(needed.identities())) {
                return new Suspect(before, longer);
            }
            return new Down(
                    new Removal(lastUpAt(), longer.firstBadAt(), at, longer.rule(), null, Evidence.NONE), false);
        }

        @Override
        public Presence presence() {
            return Presence.SUSPECT;
        }

        @Override
        public @Nullable Instant lastUpAt() {
            return before == null ? null : before.lastUpAt();
        }
    }

    /**
     * Removed, as far as is known.
     *
     * @param gone whether that is so for seven days
     */
    record Down(Removal removal, boolean gone) implements WatchState {
        /** Somebody saw it after all. */
        Up refutedAt(Instant at) {
            return new Up(at, at, true);
        }

        @Override
        public WatchState after(CheckResult result, Confirmation needed) {
            return switch (result.signal().meaning()) {
                case UP -> result.controlled() ? new Returning(this, result.at()) : this;
                case DOWN -> new Down(removal, gone || isSevenDaysAfter(result.at()));
                case NEITHER ->
                    removal.rule().isWitnessed() ? new Down(removal, gone || isSevenDaysAfter(result.at())) : this;
            };
        }

        private boolean isSevenDaysAfter(Instant at) {
            return !at.isBefore(removal.firstDownAt().plus(GONE_AFTER));
        }

        @Override
        public Presence presence() {
            return gone ? Presence.GONE : Presence.DOWN;
        }

        @Override
        public @Nullable Instant lastUpAt() {
            return removal.lastUpAt();
        }
    }

    /**
     * Seen once after a removal; believed when it is seen again.
     *
     * @param seenAt the first good check
     */
    record Returning(Down down, Instant seenAt) implements WatchState {
        /** Somebody else saw it, too. */
        Up refutedAt(Instant at) {
            return down.refutedAt(at);
        }

        @Override
        public WatchState after(CheckResult result, Confirmation needed) {
            return switch (result.signal().meaning()) {
                case UP -> isConfirmedBy(result) ? new Up(seenAt, result.at(), true) : this;
                case DOWN -> down.after(result, needed);
                case NEITHER -> this;
            };
        }

        private boolean isConfirmedBy(CheckResult result) {
            return result.controlled() && !result.at().isBefore(seenAt.plus(BETWEEN_RETURNS));
        }

        @Override
        public Presence presence() {
            return down.presence();
        }

        @Override
        public @Nullable Instant lastUpAt() {
            return down.lastUpAt();
        }
    }
}
