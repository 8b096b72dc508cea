package org.vigie.availability.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.VantageSnapshot;

/**
 * What another vantage says of the same content.
 *
 * @param version of its watch; a higher one replaces a lower one
 * @param lastUpAt when it last found it, absent if never
 * @param badSince the first bad look of the run that lasts there, absent if none does
 * @param lastCheckedAt absent before its first look
 */
public record Testimony(
        String vantage,
        long version,
        @Nullable Instant lastUpAt,
        @Nullable Instant badSince,
        @Nullable Instant lastCheckedAt) {

    static Testimony of(VantageSnapshot snapshot) {
        return new Testimony(
                snapshot.vantage(),
                snapshot.version(),
                instant(snapshot.lastUpAt()),
                instant(snapshot.badSince()),
                instant(snapshot.lastCheckedAt()));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** Whether it looked since the instant and did not find it either. */
    boolean agreesSince(Instant firstBadAt) {
        return badSince != null && lastCheckedAt != null && !lastCheckedAt.isBefore(firstBadAt);
    }

    /** Whether it found it after the instant, and has no doubt. */
    boolean sawItAfter(@Nullable Instant instant) {
        return badSince == null && lastUpAt != null && (instant == null || lastUpAt.isAfter(instant));
    }

    /** Whether it began to doubt after the instant. */
    boolean doubtsAfter(Instant instant) {
        return badSince != null && badSince.isAfter(instant);
    }
}
