package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;

/**
 * Whether the content is there, as availability-checker last said.
 *
 * @param version of the snapshot this is from, 0 before the first
 * @param removals how many confirmed removals were acted upon
 * @param reappearances how many returns were acted upon
 */
public record Presence(
        long version,
        AvailabilitySnapshot.Presence state,
        List<Flag> flags,
        @Nullable Instant lastUpAt,
        @Nullable Instant firstDownAt,
        @Nullable Instant lastCheckedAt,
        boolean notFoundAtFirstCheck,
        int removals,
        int reappearances) {

    public static final Presence UNKNOWN =
            new Presence(0, AvailabilitySnapshot.Presence.UNKNOWN, List.of(), null, null, null, false, 0, 0);

    public Presence {
        flags = List.copyOf(flags);
    }

    public boolean isDown() {
        return switch (state) {
            case DOWN, GONE -> true;
            case REACHABLE, SUSPECT, REAPPEARED, UNKNOWN -> false;
        };
    }

    public boolean isSuspect() {
        return state == AvailabilitySnapshot.Presence.SUSPECT;
    }

    /** Seen reachable at or after the instant. */
    boolean wasUpSince(Instant since) {
        return switch (state) {
            case REACHABLE, REAPPEARED -> flags.isEmpty() && lastCheckedAt != null && !lastCheckedAt.isBefore(since);
            case SUSPECT, DOWN, GONE, UNKNOWN -> false;
        };
    }

    /** Looks are made and cannot tell. */
    boolean cannotBeSeen() {
        return !flags.isEmpty() && !isDown() && !isSuspect();
    }
}
