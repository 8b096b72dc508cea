package org.vigie.events.removal;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Amount;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.HostKind;
import org.vigie.events.Lasting;
import org.vigie.events.Locator;
import org.vigie.events.Maturation;
import org.vigie.events.Moment;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.Verification;
import org.vigie.events.Version;

/**
 * A removal case: one canonical URL and what we do about it. Topic {@code cases.v1}, compacted, keyed by case id,
 * partitioned by a keyed hash of the host; a higher {@code version} replaces a lower one. Times are epoch milliseconds.
 *
 * <p>Fields may be added, never renamed, retyped or removed: a breaking change is a new topic version.
 *
 * @param cycle 1, and one more each time the content came back or a retracted case was reported again
 * @param level how many rungs were written to in this cycle, 0 before the first
 * @param held nothing is sent and, unless {@code probingAllowed}, nothing is asked about the URL
 * @param heldMs how long holds lasted so far, ended ones only
 * @param receivedAt when the first report was stored
 * @param verifiedAt when the first content unit was verified, absent until then
 * @param firstHandoverAt first notice of any cycle, absent until then
 * @param checkBlockedMs how long a notice waited for a look that could not be had
 * @param chainVersion the chain the case is routed by, absent before the first
 * @param hostProvider the provider that hosts it by that chain, absent if unknown
 * @param addressee who is written to now, absent while nobody is
 * @param probeRule what a check may do, absent before the first chain: no look until then
 * @param unaddressable why nobody can be written to, a code of the chain, absent otherwise
 * @param personSaw what a person last saw at the URL, absent if nobody said; weighs as a vantage of its own
 */
public record CaseSnapshot(
        UUID caseId,
        @Version long version,
        @Min(1) @Max(1_000_000) int cycle,
        Action action,
        @Min(0) @Max(1_000_000) int level,
        Locator locator,
        HostKind hostKind,
        List<Content> contents,
        Sightings reports,
        boolean held,
        boolean probingAllowed,
        @Lasting long heldMs,
        @Moment long receivedAt,
        @Moment @Nullable Long verifiedAt,
        @Moment @Nullable Long firstHandoverAt,
        @Lasting long checkBlockedMs,
        @Version @Nullable Long chainVersion,
        @Nullable UUID hostProvider,
        @Nullable Addressee addressee,
        @Nullable ProbeRule probeRule,
        @Nullable String unaddressable,
        Wants wants,
        @Nullable PersonSaw personSaw) {

    public CaseSnapshot {
        contents = contents == null ? List.of() : List.copyOf(contents);
    }

    /** What we do about it. */
    public enum Action {
        RECEIVED,
        VERIFIED,
        REJECTED,
        ROUTED,
        UNADDRESSABLE,
        NOTIFIED,
        EXHAUSTED,
        RETRACTED,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * One content unit at this URL.
     *
     * @param contentToken names the content in every case: the smallest keyed hash of its exact hashes, another one
     *     when contents turn out to be one; absent where no hash was given
     * @param sourceLabel what the assessor's scheme calls it
     * @param containedVerified members of an archive that are verified, absent for media
     * @param containedApparent members of an archive that look alike, absent for media
     */
    public record Content(
            UUID contentId,
            ContentKind kind,
            Category category,
            Maturation maturation,
            Act act,
            @Nullable String sourceLabel,
            Verification verification,
            @Moment @Nullable Long verifiedAt,
            @Nullable String contentToken,
            @Amount @Nullable Integer containedVerified,
            @Amount @Nullable Integer containedApparent,
            @Moment long firstReportedAt,
            Sightings sightings) {}

    /** Reports so far, by the network they were made on; cumulative. */
    public record Sightings(
            @Amount long clear, @Amount long dark, @Amount long unstated) {

        public static final Sightings NONE = new Sightings(0, 0, 0);
    }

    /** The provider written to now, in which role. */
    public record Addressee(UUID providerId, Role role) {}

    /**
     * What the case waits for; answered by a check or a chain made at or after the instant (epoch milliseconds).
     *
     * @param checkAfter absent if no fresh check is wanted
     * @param chainAfter absent if no fresh chain is wanted
     */
    public record Wants(
            @Moment @Nullable Long checkAfter,
            @Moment @Nullable Long chainAfter) {

        public static final Wants NOTHING = new Wants(null, null);
    }

    /** What a person saw at the URL, and when they said so. */
    public record PersonSaw(Seen what, @Moment long at) {

        /** Whether the content was there; {@code GONE} also if something else was. */
        public enum Seen {
            PRESENT,
            GONE,
            /** Also what a value reads as that this build does not know. */
            @JsonEnumDefaultValue
            UNKNOWN
        }
    }
}
