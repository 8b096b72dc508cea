package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

/**
 * Whether the content is there, as far as looks tell.
 *
 * <pre>
 * Unseen ──up──► Up ◄──up── Suspect ──run confirmed──► Down ──7 days──► Down, gone
 *    └───bad──────┴──bad──────►┘                         ▲ └─up──► Returning ──up again──► Up, reappeared
 *                                                        └──────bad──┘
 * </pre>
 */
public sealed interface WatchState {

    /** How long it must be down to be gone. */
    Duration GONE_AFTER = Duration.ofDays(7);
    /** How far apart two good looks must be to bring it back. */
    Duration BETWEEN_RETURNS = Duration.ofMinutes(5);

    /** What the look makes of this state; one that could not tell ends a run at most, if it contradicts it. */
    WatchState after(Observed look);

    /** What looks that cannot tell make of this state, beside a witness who says that it is gone. */
    default WatchState witnessed(RemovalRule rule, Instant since, Instant at) {
        return switch (this) {
            case Unseen _, Up _ -> new Down(new Removal(lastUpAt(), since, at, rule, null, Evidence.NONE), false);
            case Suspect(var _, var run) ->
                new Down(new Removal(lastUpAt(), run.firstBadAt(), at, rule, null, Evidence.NONE), false);
            case Down _, Returning _ -> this;
        };
    }

    /** A run that looks could not go on with for long ends: it stops nobody from asking a person. */
    default WatchState forgetting() {
        return this instanceof Suspect(var before, var _) ? before == null ? new Unseen() : before : this;
    }

    Presence presence();

    /** When it was last seen, absent if never. */
    @Nullable
    Instant lastUpAt();

    /** The first bad look of the run that lasts, absent if none does. */
    default @Nullable Instant badSince() {
        return switch (this) {
            case Unseen _, Up _ -> null;
            case Suspect(var _, var run) -> run.firstBadAt();
            case Down(var removal, var _) -> removal.firstDownAt();
            case Returning(var down, var _) -> down.removal().firstDownAt();
        };
    }

    /** Never seen, neither up nor down. */
    record Unseen() implements WatchState {
        @Override
        public WatchState after(Observed look) {
            return switch (look.signal().meaning()) {
                case UP -> new Up(look.at(), look.at(), false);
                case DOWN -> new Suspect(null, Run.startedBy(look));
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
     * @param since the first look that found it, this time
     * @param reappeared whether it is back after a confirmed removal
     */
    record Up(Instant since, Instant lastUpAt, boolean reappeared) implements WatchState {
        @Override
        public WatchState after(Observed look) {
            return switch (look.signal().meaning()) {
                case UP -> new Up(since, look.at(), reappeared);
                case DOWN -> new Suspect(this, Run.startedBy(look));
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
    record Suspect(@Nullable Up before, Run run) implements WatchState {
        @Override
        public WatchState after(Observed look) {
            return switch (look.signal().meaning()) {
                case UP -> new Up(before == null ? look.at() : before.since(), look.at(), false);
                case DOWN -> bad(run.and(look), look);
                case NEITHER -> look.signal().contradicts(run.rule()) ? forgetting() : this;
            };
        }

        private WatchState bad(Run longer, Observed look) {
            if (look.frozen() || !longer.isConfirmed(look.identitiesNeeded())) {
                return new Suspect(before, longer);
            }
            return new Down(
                    new Removal(lastUpAt(), longer.firstBadAt(), look.at(), longer.rule(), null, Evidence.NONE), false);
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
        @Override
        public WatchState after(Observed look) {
            return switch (look.signal().meaning()) {
                case UP -> look.controlled() ? new Returning(this, look.at()) : this;
                case DOWN -> new Down(removal, gone || isSevenDaysAfter(look.at()));
                case NEITHER ->
                    removal.rule().isWitnessed() ? new Down(removal, gone || isSevenDaysAfter(look.at())) : this;
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
     * @param seenAt the first good look
     */
    record Returning(Down down, Instant seenAt) implements WatchState {
        @Override
        public WatchState after(Observed look) {
            return switch (look.signal().meaning()) {
                case UP -> isConfirmedBy(look) ? new Up(seenAt, look.at(), true) : this;
                case DOWN -> down.after(look);
                case NEITHER -> this;
            };
        }

        private boolean isConfirmedBy(Observed look) {
            return look.controlled() && !look.at().isBefore(seenAt.plus(BETWEEN_RETURNS));
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
