package org.vigie.notice.removal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;

/**
 * Whether the content is there, as availability-checker last said.
 *
 * @param version of the snapshot this is from, 0 before the first
 * @param removals how many confirmed removals were acted upon
 * @param reappearances how many returns were acted upon
 * @param removalClass how the last removal showed, unknown before the first
 * @param differences what the checker saw changing at the last removal
 * @param because why the last look could not tell, a code of the checker; absent if it could
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
        int reappearances,
        RemovalClass removalClass,
        List<String> differences,
        @Nullable String because) {

    public static final Presence UNKNOWN = new Presence(
            0,
            AvailabilitySnapshot.Presence.UNKNOWN,
            List.of(),
            null,
            null,
            null,
            false,
            0,
            0,
            RemovalClass.UNKNOWN,
            List.of(),
            null);

    public Presence {
        flags = List.copyOf(flags);
        differences = List.copyOf(differences);
    }

    /** As the snapshot says, of whose removals and returns so many were acted upon. */
    static Presence of(AvailabilitySnapshot snapshot, int removals, int reappearances) {
        return new Presence(
                snapshot.version(),
                snapshot.presence(),
                List.copyOf(snapshot.flags()),
                instantOrNull(snapshot.lastUpAt()),
                instantOrNull(snapshot.firstDownAt()),
                instantOrNull(snapshot.lastCheckedAt()),
                snapshot.notFoundAtFirstCheck(),
                removals,
                reappearances,
                snapshot.removals().isEmpty()
                        ? RemovalClass.UNKNOWN
                        : snapshot.removals().getLast().removalClass(),
                snapshot.differences(),
                snapshot.because());
    }

    static @Nullable Instant instantOrNull(@Nullable Long epochMillis) {
        return epochMillis == null ? null : Instant.ofEpochMilli(epochMillis);
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
    public boolean wasUpSince(Instant since) {
        return switch (state) {
            case REACHABLE, REAPPEARED -> flags.isEmpty() && lastCheckedAt != null && !lastCheckedAt.isBefore(since);
            case SUSPECT, DOWN, GONE, UNKNOWN -> false;
        };
    }

    /** Nothing can be had that a notice may rest on: looks cannot tell, or only some of us are shown it. */
    public boolean cannotBeSeen() {
        return !flags.isEmpty() && !isDown() && !isSuspect();
    }

    /** Checks called it removed, and what they see again is only the page that leads to it. */
    public boolean isPerhapsBack() {
        return isDown()
                && "FRAGMENT".equals(because)
                && removalClass != RemovalClass.WITNESSED
                && removalClass != RemovalClass.EXPIRED;
    }

    /** Why looks cannot tell, a code; absent if they can, if only for some of us. */
    @Nullable
    public String undecidedBecause() {
        var isUndecided = cannotBeSeen() && !flags.equals(List.of(Flag.CLOAKED));
        return isUndecided
                ? Objects.requireNonNullElse(because, flags.getFirst().name())
                : null;
    }
}
