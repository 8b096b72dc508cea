package org.vigie.notice.removal.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Role;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.notice.removal.Answers;
import org.vigie.notice.removal.Correspondence;
import org.vigie.notice.removal.Correspondence.Sent;
import org.vigie.notice.removal.End;
import org.vigie.notice.removal.Targeting;
import org.vigie.notice.removal.Targeting.ActedBy;
import org.vigie.notice.removal.Targeting.VoidReason;

/**
 * A targeting as it is stored in its case.
 *
 * @param answers absent in what was targeted before they were recorded
 * @param sent absent likewise
 * @param otherwise what it is if its content is illegal after all; absent unless it is not illegal, and that untold
 */
record TargetingDocument(
        UUID targetingId,
        long revision,
        UUID contentId,
        int cycle,
        UUID providerId,
        Role role,
        Instant handedOverAt,
        List<UUID> notices,
        List<UUID> bounced,
        @Nullable Answers answers,
        @Nullable List<Sent> sent,
        EndDocument end,
        @Nullable EndDocument otherwise) {

    /** How it ended: what only some ends carry is absent in the others. */
    record EndDocument(
            TargetingSnapshot.End name,
            @Nullable Instant lastUpAt,
            @Nullable Instant at,
            boolean byOutage,
            @Nullable ActedBy actedBy,
            @Nullable Why why) {

        /** Why it is void. */
        enum Why {
            GONE_BEFORE_NOTICE,
            NOT_ILLEGAL,
            RETRACTED,
            MERGED,
            CYCLE_OVER
        }

        static EndDocument of(End end) {
            return switch (end) {
                case End.Open _ -> new EndDocument(end.name(), null, null, false, null, null);
                case End.Removed(var lastUpAt, var at, var byOutage, var actedBy) ->
                    new EndDocument(end.name(), lastUpAt, at, byOutage, actedBy, null);
                case End.Moved(var at) -> new EndDocument(end.name(), null, at, false, null, null);
                case End.TooLate _ -> new EndDocument(end.name(), null, null, false, null, Why.GONE_BEFORE_NOTICE);
                case End.NotIllegal _, End.TakenBack _ ->
                    new EndDocument(end.name(), null, null, false, null, Why.NOT_ILLEGAL);
                case End.Voided(var why) ->
                    new EndDocument(end.name(), null, null, false, null, Why.valueOf(why.name()));
            };
        }

        End toDomain(@Nullable EndDocument otherwise) {
            return switch (name) {
                case OPEN -> new End.Open();
                case REMOVED -> new End.Removed(lastUpAt, Objects.requireNonNull(at), byOutage, actedBy);
                case MOVED -> new End.Moved(Objects.requireNonNull(at));
                case VOID -> voided(Objects.requireNonNull(why), otherwise);
                case UNKNOWN -> throw new IllegalStateException("no targeting is stored with an unknown end");
            };
        }

        private static End voided(Why why, @Nullable EndDocument otherwise) {
            return switch (why) {
                case GONE_BEFORE_NOTICE -> new End.TooLate();
                case NOT_ILLEGAL -> otherwise == null ? new End.TakenBack() : notIllegal(otherwise.toDomain(null));
                case RETRACTED -> new End.Voided(VoidReason.RETRACTED);
                case MERGED -> new End.Voided(VoidReason.MERGED);
                case CYCLE_OVER -> new End.Voided(VoidReason.CYCLE_OVER);
            };
        }

        private static End notIllegal(End otherwise) {
            return switch (otherwise) {
                case End.ByItsContent known -> new End.NotIllegal(known);
                case End.NotIllegal _, End.TakenBack _, End.Voided _ ->
                    throw new IllegalStateException("no targeting is stored that would be void twice");
            };
        }
    }

    static TargetingDocument of(Targeting targeting) {
        return new TargetingDocument(
                targeting.targetingId(),
                targeting.revision(),
                targeting.contentId(),
                targeting.cycle(),
                targeting.providerId(),
                targeting.role(),
                targeting.handedOverAt(),
                targeting.correspondence().notices(),
                targeting.correspondence().bounced(),
                targeting.correspondence().answers(),
                targeting.correspondence().sent(),
                EndDocument.of(targeting.end()),
                targeting.end() instanceof End.NotIllegal(var otherwise) ? EndDocument.of(otherwise) : null);
    }

    Targeting toDomain() {
        return new Targeting(
                targetingId,
                revision,
                contentId,
                cycle,
                providerId,
                role,
                handedOverAt,
                new Correspondence(notices, bounced, answers, sent == null ? List.of() : sent),
                end.toDomain(otherwise));
    }
}
