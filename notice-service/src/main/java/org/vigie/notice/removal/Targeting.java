package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.events.Role;
import org.vigie.notice.reference.NameBasedIds;

/**
 * One content unit of a case and cycle, named in a notice to one provider in one role. It is made when the channel
 * accepts the first notice naming it, and lives inside its case, so that both are stored in one write.
 *
 * <pre>
 * OPEN ── removed ──► REMOVED        OPEN ── moved ──► MOVED ── backAgain ──► OPEN
 *   ├──── voided ───► VOID
 *   └── notIllegal ─► VOID ── countsAgain, toldAgain ──► OPEN
 * </pre>
 *
 * @param revision counts the changes of this targeting, from 1; the version of its snapshots
 * @param otherwise what it is if its content is illegal after all, absent unless it is void for that, untold
 */
public record Targeting(
        UUID targetingId,
        long revision,
        UUID contentId,
        int cycle,
        UUID providerId,
        Role role,
        Instant handedOverAt,
        Correspondence correspondence,
        End end,
        @Nullable End otherwise) {

    /** Why it counts nowhere. */
    public enum VoidReason {
        GONE_BEFORE_NOTICE,
        NOT_ILLEGAL,
        RETRACTED,
        MERGED,
        CYCLE_OVER
    }

    /** How it ended, or that it did not. */
    public sealed interface End {

        /** The content is there as far as we know, and this provider could act. */
        record Open() implements End {}

        /**
         * The content is gone. Terminal.
         *
         * @param lastUpAt absent if it was never seen reachable
         * @param byOutage seen only as an outage of the host
         */
        record Removed(
                @Nullable Instant lastUpAt,
                Instant at,
                boolean byOutage,
                @Nullable ActedBy actedBy) implements End {}

        /** The chain has no such provider any more. */
        record Moved(Instant at) implements End {}

        /** Counts nowhere. Terminal, but for what turned out not to be illegal and then to be. */
        record Voided(VoidReason why) implements End {}
    }

    /** Who seems to have acted; the provider is absent where only the role is known. */
    public record ActedBy(Role role, @Nullable UUID providerId, Confidence confidence) {}

    /** The id of what a notice names: the same for every reminder of it. */
    public static UUID idOf(UUID caseId, UUID contentId, int cycle, Addressee addressee) {
        return NameBasedIds.of("targeting", caseId, contentId, cycle, addressee.providerId(), addressee.role());
    }

    /** A targeting of a notice that was accepted just now. */
    public static Targeting accepted(
            UUID caseId, UUID contentId, int cycle, Addressee addressee, Instant handedOverAt) {
        return new Targeting(
                idOf(caseId, contentId, cycle, addressee),
                1,
                contentId,
                cycle,
                addressee.providerId(),
                addressee.role(),
                handedOverAt,
                Correspondence.NONE,
                new End.Open(),
                null);
    }

    public Addressee addressee() {
        return new Addressee(providerId, role);
    }

    /** Whether the other one is of the same provider and role in the same cycle. */
    public boolean isAtTheSameAs(Targeting other) {
        return cycle == other.cycle && providerId.equals(other.providerId) && role == other.role;
    }

    public boolean isOpen() {
        return end instanceof End.Open;
    }

    /** A notice went out, or something came back. */
    Targeting corresponded(UnaryOperator<Correspondence> move) {
        var next = move.apply(correspondence);
        return next.equals(correspondence) ? this : with(handedOverAt, next);
    }

    /** Who seems to have taken it down, as far as is known now; only a removed one has that. */
    public Targeting actedBy(ActedBy who) {
        return ends(before -> before instanceof End.Removed(var lastUpAt, var at, var byOutage, var _)
                ? new End.Removed(lastUpAt, at, byOutage, who)
                : before);
    }

    /** When it ended, absent while it did not. */
    public @Nullable Instant endedAt() {
        return switch (end) {
            case End.Removed(var _, var at, var _, var _) -> at;
            case End.Moved(var at) -> at;
            case End.Open _, End.Voided _ -> null;
        };
    }

    /** The content went: before the hand-over the targeting counts nowhere. Only an open one can end so. */
    public Targeting removed(@Nullable Instant lastUpAt, Instant at, boolean byOutage, @Nullable ActedBy actedBy) {
        var gone = handedOverAt.isAfter(at)
                ? new End.Voided(VoidReason.GONE_BEFORE_NOTICE)
                : new End.Removed(lastUpAt, at, byOutage, actedBy);
        return ends(before -> before instanceof End.Open ? gone : before);
    }

    /** The chain has no such provider any more; one that was made before the hand-over ends it there. */
    public Targeting moved(Instant at) {
        var moved = new End.Moved(handedOverAt.isAfter(at) ? handedOverAt : at);
        return ends(before -> before instanceof End.Open ? moved : before);
    }

    /** The provider is in the chain again, in the same cycle. */
    public Targeting backAgain() {
        return ends(before -> before instanceof End.Moved ? new End.Open() : before);
    }

    /** A fact that is told with it changed: others must hear of it. */
    public Targeting corrected() {
        return with(end, otherwise);
    }

    /** Counts nowhere from now on, whatever became of it or becomes of its content. */
    public Targeting voided(VoidReason why) {
        if (end instanceof End.Voided) {
            return isNotIllegal() ? at(revision, new End.Voided(why), null) : this;
        }
        return with(new End.Voided(why), null);
    }

    /** Its content is not illegal: it counts nowhere unless that is taken back. */
    public Targeting notIllegal() {
        return end instanceof End.Voided ? this : with(new End.Voided(VoidReason.NOT_ILLEGAL), end);
    }

    /** Its content is illegal after all: it is what it would be if nobody had said otherwise. */
    public Targeting countsAgain() {
        return otherwise == null ? this : with(otherwise, null);
    }

    /** The provider was told that the content is not illegal: its clock stands until it is told again. */
    public Targeting takenBack() {
        return switch (end) {
            case End.Open _ -> with(new End.Voided(VoidReason.NOT_ILLEGAL), null);
            case End.Voided _ -> otherwise instanceof End.Open ? at(revision, end, null) : this;
            case End.Removed _, End.Moved _ -> this;
        };
    }

    /** The provider is told again of what was taken back: its clock begins anew. */
    public Targeting toldAgain(Instant at) {
        return otherwise == null && isNotIllegal()
                ? with(at, correspondence.answered(Answers::begunAnew)).with(new End.Open(), null)
                : this;
    }

    /** Changes how it ended, or how it would have ended, which nobody is told. */
    private Targeting ends(UnaryOperator<End> move) {
        if (otherwise != null) {
            return at(revision, end, move.apply(otherwise));
        }
        var next = move.apply(end);
        return next.equals(end) ? this : with(next, null);
    }

    boolean isNotIllegal() {
        return end.equals(new End.Voided(VoidReason.NOT_ILLEGAL));
    }

    private Targeting with(End next, @Nullable End instead) {
        return at(revision + 1, next, instead);
    }

    private Targeting at(long nextRevision, End next, @Nullable End instead) {
        return of(nextRevision, handedOverAt, correspondence, next, instead);
    }

    private Targeting with(Instant handedOver, Correspondence next) {
        return of(revision + 1, handedOver, next, end, otherwise);
    }

    private Targeting of(long next, Instant began, Correspondence known, End ended, @Nullable End instead) {
        return new Targeting(targetingId, next, contentId, cycle, providerId, role, began, known, ended, instead);
    }
}
