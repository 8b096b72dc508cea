package org.vigie.availability.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.VantageSnapshot;

/**
 * What another vantage says of the same content; a person who looked is one, too.
 *
 * @param version of its watch; a higher one replaces a lower one
 * @param lastUpAt when it last found it, absent if never
 * @param badSince the first bad look of the run that lasts there, absent if none does
 * @param lastCheckedAt absent before its first look
 * @param refusedSince first of its looks in a row that could not tell, absent if the last one could
 */
public record Testimony(
        String vantage,
        long version,
        @Nullable Instant lastUpAt,
        @Nullable Instant badSince,
        @Nullable Instant lastCheckedAt,
        @Nullable Instant refusedSince) {

    /** Name of the vantage that people are. */
    static final String PERSON = "person";

    static Testimony of(VantageSnapshot snapshot) {
        return new Testimony(
                snapshot.vantage(),
                snapshot.version(),
                instant(snapshot.lastUpAt()),
                instant(snapshot.badSince()),
                instant(snapshot.lastCheckedAt()),
                instant(snapshot.refusedSince()));
    }

    /** What a person saw. */
    static Testimony ofPerson(Instant at, boolean present) {
        return new Testimony(PERSON, at.toEpochMilli(), present ? at : null, present ? null : at, at, null);
    }

    boolean isOfPerson() {
        return vantage.equals(PERSON);
    }

    /** Whether it says that it is gone, or cannot see it either, while looks here could not tell since the instant. */
    boolean bearsOut(Signal.Witness needed, Instant since) {
        var isWitness = isOfPerson() || needed == Signal.Witness.VANTAGE;
        var misses = badSince != null || refusedSince != null;
        return isWitness && misses && lastCheckedAt != null && !lastCheckedAt.isBefore(since);
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
