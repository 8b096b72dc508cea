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
 * @param revision counts, from 1, the changes of this targeting that others are told of; the version of its snapshots
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
        End end) {

    /** Why it counts nowhere whatever becomes of its content. */
    public enum VoidReason {
        RETRACTED,
        MERGED,
        CYCLE_OVER
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
                new End.Open());
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
        return whoseContent(before -> before.actedBy(who));
    }

    /** When it ended, absent while it did not. */
    public @Nullable Instant endedAt() {
        return switch (end) {
            case End.Removed(var _, var at, var _, var _) -> at;
            case End.Moved(var at) -> at;
            case End.Open _, End.TooLate _, End.NotIllegal _, End.TakenBack _, End.Voided _ -> null;
        };
    }

    /** The content went: before the hand-over the targeting counts nowhere. Only an open one can end so. */
    public Targeting removed(@Nullable Instant lastUpAt, Instant at, boolean byOutage, @Nullable ActedBy actedBy) {
        var how = new End.Removed(lastUpAt, at, byOutage, actedBy);
        return whoseContent(before -> before.removed(how, handedOverAt));
    }

    /** The chain has no such provider any more; one that was made before the hand-over ends it there. */
    public Targeting moved(Instant at) {
        return whoseContent(before -> before.moved(at, handedOverAt));
    }

    /** The provider is in the chain again, in the same cycle. */
    public Targeting backAgain() {
        return whoseContent(End.ByItsContent::backAgain);
    }

    /** A fact that is told with it changed: others must hear of it. */
    public Targeting corrected() {
        return of(revision + 1, handedOverAt, correspondence, end);
    }

    /** Counts nowhere from now on, whatever became of it or becomes of its content. */
    public Targeting voided(VoidReason why) {
        return ends(end.voided(why));
    }

    /** Its content is not illegal: it counts nowhere unless that is taken back. */
    public Targeting notIllegal() {
        return ends(end.notIllegal());
    }

    /** Its content is illegal after all: it is what it would be if nobody had said otherwise. */
    public Targeting countsAgain() {
        return ends(end.countsAgain());
    }

    /** The provider was told that the content is not illegal: its clock stands until it is told again. */
    public Targeting takenBack() {
        return ends(end.takenBack());
    }

    /** The provider is told again of what was taken back: its clock begins anew. */
    public Targeting toldAgain(Instant at) {
        return end instanceof End.TakenBack takenBack
                ? with(at, correspondence.answered(Answers::begunAnew)).ends(takenBack.toldAgain())
                : this;
    }

    boolean isNotIllegal() {
        return switch (end) {
            case End.NotIllegal _, End.TakenBack _ -> true;
            case End.Open _, End.Removed _, End.Moved _, End.TooLate _, End.Voided _ -> false;
        };
    }

    /** What happens to the content goes on happening while it is not held to be illegal; only then nobody is told. */
    private Targeting whoseContent(UnaryOperator<End.ByItsContent> move) {
        return switch (end) {
            case End.ByItsContent known -> ends(move.apply(known));
            case End.NotIllegal(var otherwise) -> ends(new End.NotIllegal(move.apply(otherwise)));
            case End.TakenBack _, End.Voided _ -> this;
        };
    }

    /** Others are told of each change but of one from void to void, which they cannot tell apart. */
    private Targeting ends(End next) {
        if (next.equals(end)) {
            return this;
        }
        var isTold = end.counts() || next.counts();
        return of(isTold ? revision + 1 : revision, handedOverAt, correspondence, next);
    }

    private Targeting with(Instant handedOver, Correspondence next) {
        return of(revision + 1, handedOver, next, end);
    }

    private Targeting of(long next, Instant began, Correspondence known, End ended) {
        return new Targeting(targetingId, next, contentId, cycle, providerId, role, began, known, ended);
    }
}
