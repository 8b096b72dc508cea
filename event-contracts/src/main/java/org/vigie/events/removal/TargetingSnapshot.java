package org.vigie.events.removal;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.Confidence;
import org.vigie.events.ContentKind;
import org.vigie.events.Lasting;
import org.vigie.events.Maturation;
import org.vigie.events.Moment;
import org.vigie.events.Role;
import org.vigie.events.Version;

/**
 * The statistical unit: one content unit of a case and cycle, named in a notice to one provider in one role. Topic
 * {@code targetings.v1}, compacted, keyed by targeting id (UUIDv5 of case, content, cycle, provider and role),
 * partitioned by provider; a higher {@code version} replaces a lower one. Times are epoch milliseconds.
 *
 * @param contentToken names the content in every case, as in cases.v1; absent where no hash is known
 * @param handedOverAt when the channel accepted the first notice naming it
 * @param deliveredAt when it is taken as delivered, absent if it bounced for good
 * @param lastUpAt last time the content was seen reachable before it went, absent if never
 * @param firstDownAt first bad observation of the run that confirmed the removal, absent while not confirmed
 * @param removedAt {@code firstDownAt} once confirmed while open, absent otherwise
 * @param movedAt time of the chain version without this provider, absent otherwise
 * @param outageClass the removal was seen only as an outage of the host (72-hour rule)
 * @param heldMs held time since {@code handedOverAt}, to be taken off every duration
 * @param noticesSent notices counted here: each notice counts in one targeting, the smallest id it names
 * @param bounces of those notices, how many bounced for good
 * @param answers what came back; absent in what was targeted before this was recorded: it is not known then
 * @param sent when the notices counted here were sent and came back; those from before this was recorded are not in it
 */
public record TargetingSnapshot(
        UUID targetingId,
        @Version long version,
        UUID caseId,
        UUID contentId,
        @Min(1) @Max(1_000_000) int cycle,
        UUID providerId,
        Role role,
        ContentKind kind,
        Category category,
        Maturation maturation,
        @Nullable String contentToken,
        @Moment long handedOverAt,
        @Moment @Nullable Long deliveredAt,
        @Moment @Nullable Long lastUpAt,
        @Moment @Nullable Long firstDownAt,
        @Moment @Nullable Long removedAt,
        @Moment @Nullable Long movedAt,
        boolean outageClass,
        @Lasting long heldMs,
        @Min(0) @Max(1_000_000) int noticesSent,
        @Min(0) @Max(1_000_000) int bounces,
        End end,
        @Nullable ActedBy actedBy,
        @Nullable Answers answers,
        List<Sent> sent) {

    public TargetingSnapshot {
        sent = sent == null ? List.of() : List.copyOf(sent);
    }

    /** How it ended, or that it did not. */
    public enum End {
        OPEN,
        REMOVED,
        MOVED,
        VOID,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * A notice that is counted here.
     *
     * @param at when the channel accepted it, or refused it
     * @param bouncedAt when it was refused or came back for good, absent if it did not
     * @param complainedAt when a feedback report about it came, absent if none did
     */
    public record Sent(
            @Moment long at,
            @Moment @Nullable Long bouncedAt,
            @Moment @Nullable Long complainedAt) {}

    /** Who seems to have taken it down; the provider is absent where only the role is known. */
    public record ActedBy(Role role, @Nullable UUID providerId, Confidence confidence) {}

    /**
     * What came back to the notices that named it, since its clock began. Answers by machines are not in it.
     *
     * @param first each kind of answer once, proven and unproven apart: the first of its kind
     * @param complaints of the notices counted here, about how many a feedback report came
     * @param disputes each once, in the order in which they began; only proven ones begin any
     */
    public record Answers(
            List<Answer> first, @Min(0) @Max(1_000_000) int complaints, List<Dispute> disputes) {

        public Answers {
            first = first == null ? List.of() : List.copyOf(first);
            disputes = disputes == null ? List.of() : List.copyOf(disputes);
        }
    }

    /**
     * An answer to a notice that named it.
     *
     * @param unproven nothing shows that the provider said it, as of any plain mail
     * @param at when the first of its kind arrived
     */
    public record Answer(
            Code code, boolean unproven, @Moment long at) {}

    /** What was answered. None of it says that anything was removed. */
    public enum Code {
        ACTIONED,
        ALREADY_DOWN,
        FORWARDED_TO_CUSTOMER,
        ORIGIN_DISCLOSED,
        NOT_OURS,
        NEED_MORE_INFO,
        REVIEWED_NO_ACTION,
        REFUSED,
        DISPUTES_AGE,
        DISPUTES_LEGALITY,
        DISPUTES_TECHNICAL,
        UNPARSED,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /**
     * The provider said that a notice is wrong.
     *
     * @param decidedAt when an assessor other than the first decided, absent until then
     */
    public record Dispute(
            Ground ground,
            @Moment long since,
            @Moment @Nullable Long decidedAt,
            @Nullable Decision decision) {}

    /** What is said to be wrong. */
    public enum Ground {
        AGE,
        LEGALITY,
        TECHNICAL,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** What became of a dispute. */
    public enum Decision {
        /** The notice stands. */
        UPHELD,
        /** The notice was wrong and is taken back. */
        OVERTURNED,
        /** Also what a value reads as that this build does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
