package org.vigie.events.availability;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Amount;
import org.vigie.events.Moment;
import org.vigie.events.Version;

/**
 * What is known about the presence of a case's content, as availability-checker sees it. Topic {@code availability.v1},
 * compacted, keyed by case id; a higher {@code version} replaces a lower one. Published on change and in answer to a
 * case's {@code wants.check_after}, not per check. Times are epoch milliseconds.
 *
 * <p>Fields may be added, never renamed, retyped or removed: a breaking change is a new topic version.
 *
 * @param flags why a look could not tell, as things stand now
 * @param lastUpAt when it was last seen reachable, absent if never
 * @param suspectSince first bad observation of the running run, absent unless {@code SUSPECT}
 * @param firstDownAt first bad observation of the run that confirmed the removal, absent while it is not down
 * @param removalClass how the removal showed, absent while it is not down
 * @param notFoundAtFirstCheck gone at the first look, never seen reachable by us
 * @param lastCheckedAt absent before the first look
 * @param reappearances how often it came back after a confirmed removal
 * @param removals every confirmed removal, oldest first
 * @param differences codes of what changed at the last removal: DNS, status, header fingerprint
 * @param because the signal of the last look, while it could not tell; absent otherwise and in older records
 */
public record AvailabilitySnapshot(
        UUID caseId,
        @Version long version,
        Presence presence,
        List<Flag> flags,
        @Moment @Nullable Long lastUpAt,
        @Moment @Nullable Long suspectSince,
        @Moment @Nullable Long firstDownAt,
        @Nullable RemovalClass removalClass,
        boolean notFoundAtFirstCheck,
        @Moment @Nullable Long lastCheckedAt,
        @Amount int reappearances,
        List<Removal> removals,
        List<String> differences,
        @Nullable String because) {

    public AvailabilitySnapshot {
        flags = flags == null ? List.of() : List.copyOf(flags);
        removals = removals == null ? List.of() : List.copyOf(removals);
        differences = differences == null ? List.of() : List.copyOf(differences);
    }

    /** Whether it is there. {@code REAPPEARED} counts as reachable; {@code GONE} is seven days down. */
    public enum Presence {
        REACHABLE,
        SUSPECT,
        DOWN,
        GONE,
        REAPPEARED,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** Why a look could not tell. */
    public enum Flag {
        BLOCKED,
        GATED,
        CLOAKED,
        UNVERIFIABLE,
        /** What was the same for long is another one now; a person must say what it shows. */
        CHANGED,
        /** The URL is signed and says itself that it has ended. */
        EXPIRED,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * How a removal showed. {@code OUTAGE} counts only by the 72-hour rule and is published apart; so is
     * {@code EXPIRED}, which nobody brought about.
     */
    public enum RemovalClass {
        GONE_410,
        GONE_404,
        SOFT_GONE,
        NAME_GONE,
        OUTAGE,
        /** It alone is refused, while what lies beside it is not. */
        SHUT,
        /** Looks could not tell for long, and a person or another vantage says that it is gone. */
        WITNESSED,
        /** A signed URL that ended by itself, and a person says that it is gone. */
        EXPIRED,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * A confirmed removal.
     *
     * @param lastUpAt absent if it was never seen reachable
     * @param reappearedAt absent while it stays away
     */
    public record Removal(
            @Moment @Nullable Long lastUpAt,
            @Moment long firstDownAt,
            @Moment long confirmedAt,
            RemovalClass removalClass,
            @Moment @Nullable Long reappearedAt) {}
}
