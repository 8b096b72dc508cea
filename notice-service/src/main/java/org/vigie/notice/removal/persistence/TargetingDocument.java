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
import org.vigie.notice.removal.Targeting;
import org.vigie.notice.removal.Targeting.ActedBy;
import org.vigie.notice.removal.Targeting.End;
import org.vigie.notice.removal.Targeting.VoidReason;

/**
 * A targeting as it is stored in its case.
 *
 * @param answers absent in what was targeted before they were recorded
 * @param sent absent likewise
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
            @Nullable VoidReason why) {

        static EndDocument of(End end) {
            return switch (end) {
                case End.Open() -> new EndDocument(TargetingSnapshot.End.OPEN, null, null, false, null, null);
                case End.Removed(var lastUpAt, var at, var byOutage, var actedBy) ->
                    new EndDocument(TargetingSnapshot.End.REMOVED, lastUpAt, at, byOutage, actedBy, null);
                case End.Moved(var at) -> new EndDocument(TargetingSnapshot.End.MOVED, null, at, false, null, null);
                case End.Voided(var why) -> new EndDocument(TargetingSnapshot.End.VOID, null, null, false, null, why);
            };
        }

        End toDomain() {
            return switch (name) {
                case OPEN -> new End.Open();
                case REMOVED -> new End.Removed(lastUpAt, Objects.requireNonNull(at), byOutage, actedBy);
                case MOVED -> new End.Moved(Objects.requireNonNull(at));
                case VOID -> new End.Voided(Objects.requireNonNull(why));
                case UNKNOWN -> throw new IllegalStateException("no targeting is stored with an unknown end");
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
                targeting.otherwise() == null ? null : EndDocument.of(targeting.otherwise()));
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
                end.toDomain(),
                otherwise == null ? null : otherwise.toDomain());
    }
}
