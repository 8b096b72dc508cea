package org.vigie.availability.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.events.availability.VantageSnapshot;

/**
 * What another vantage says of the same content; a person who looked is one, too.
 *
 * @param version of its watch; a higher one replaces a lower one
 * @param lastUpAt when it last found it, absent if never
 * @param badSince the first failed check of the streak that lasts there, absent if none does
 * @param lastCheckedAt absent before its first check
 * @param refusedSince first of its checks in a row that could not tell, absent if the last one could
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

    /** How long what a witness said weighs. */
    private static final Duration WEIGHS = Duration.ofDays(3);

    /** Whether a person says that it is gone, and not long ago. */
    boolean saidGoneAfter(Instant instant, Instant now) {
        return badSince != null && badSince.isAfter(instant) && !isStale(now);
    }

    /**
     * Whether another vantage cannot find it either, looked since the instant, and missed it as long as that itself.
     */
    boolean missedFor(Duration span, Instant since, Instant now) {
        var missed = badSince == null ? refusedSince : badSince;
        return missed != null
                && missesSince(since)
                && !isStale(now)
                && !missed.plus(span).isAfter(Objects.requireNonNull(lastCheckedAt));
    }

    /** Whether it cannot find it either, for whatever reason, and looked since the instant. */
    boolean missesSince(Instant since) {
        return (badSince != null || refusedSince != null) && lastCheckedAt != null && !lastCheckedAt.isBefore(since);
    }

    /**
     * Whether it speaks against another witness: it found it since the instant. A vantage that cannot tell any more, or
     * was not heard of lately, does not; a person does until one says otherwise.
     */
    boolean contradicts(Instant since, Instant now) {
        return sawItAfter(since) && (isOfPerson() || (refusedSince == null && !isStale(now)));
    }

    private boolean isStale(Instant now) {
        return lastCheckedAt == null || lastCheckedAt.plus(WEIGHS).isBefore(now);
    }

    /** Whether it found it after the instant, and has no doubt. */
    boolean sawItAfter(@Nullable Instant instant) {
        return badSince == null && lastUpAt != null && (instant == null || lastUpAt.isAfter(instant));
    }

    /** Whether it began to doubt after the instant. */
    boolean doubtsAfter(Instant instant) {
        return badSince != null && badSince.isAfter(instant);
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
