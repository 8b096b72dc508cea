package org.vigie.notice.removal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.notice.removal.Targeting.ActedBy;
import org.vigie.notice.removal.Targeting.VoidReason;

/**
 * How a targeting ended, or that it did not.
 *
 * <pre>
 * Open                    ── removed ────► Removed, or TooLate
 * Open                    ── moved ──────► Moved ── backAgain ──► Open
 * Open, Removed, Moved    ── notIllegal ─► NotIllegal ── countsAgain ──► what it is by then
 * Open, NotIllegal (Open) ── takenBack ──► TakenBack ── toldAgain ──► Open
 * all but TooLate, Voided ── voided ─────► Voided
 * </pre>
 */
public sealed interface End {

    /** Of a content that is illegal: what happens to the content decides. */
    sealed interface ByItsContent extends End {

        /** The content went: before the hand-over it was too late. */
        default ByItsContent removed(Removed how, Instant handedOverAt) {
            return switch (this) {
                case Open _ -> handedOverAt.isAfter(how.at()) ? new TooLate() : how;
                case Removed _, Moved _, TooLate _ -> this;
            };
        }

        /** The chain has no such provider any more; one that was made before the hand-over ends it there. */
        default ByItsContent moved(Instant at, Instant handedOverAt) {
            return switch (this) {
                case Open _ -> new Moved(handedOverAt.isAfter(at) ? handedOverAt : at);
                case Removed _, Moved _, TooLate _ -> this;
            };
        }

        /** The chain has the provider again. */
        default ByItsContent backAgain() {
            return switch (this) {
                case Moved _ -> new Open();
                case Open _, Removed _, TooLate _ -> this;
            };
        }

        /** Who seems to have taken it down, as far as is known now. */
        default ByItsContent actedBy(ActedBy who) {
            return switch (this) {
                case Removed(var lastUpAt, var at, var byOutage, var _) -> new Removed(lastUpAt, at, byOutage, who);
                case Open _, Moved _, TooLate _ -> this;
            };
        }
    }

    /** What it is called in REST, in the store and in {@code targetings.v1}; what counts nowhere has one name. */
    default TargetingSnapshot.End name() {
        return switch (this) {
            case Open _ -> TargetingSnapshot.End.OPEN;
            case Removed _ -> TargetingSnapshot.End.REMOVED;
            case Moved _ -> TargetingSnapshot.End.MOVED;
            case TooLate _, NotIllegal _, TakenBack _, Voided _ -> TargetingSnapshot.End.VOID;
        };
    }

    default boolean counts() {
        return name() != TargetingSnapshot.End.VOID;
    }

    /** Its content is not illegal. */
    default End notIllegal() {
        return switch (this) {
            case Open open -> new NotIllegal(open);
            case Removed removed -> new NotIllegal(removed);
            case Moved moved -> new NotIllegal(moved);
            case TooLate _, NotIllegal _, TakenBack _, Voided _ -> this;
        };
    }

    /** Its content is illegal after all. */
    default End countsAgain() {
        return switch (this) {
            case NotIllegal(var otherwise) -> otherwise;
            case Open _, Removed _, Moved _, TooLate _, TakenBack _, Voided _ -> this;
        };
    }

    /** The provider was told that its content is not illegal. What ended by itself nobody takes back. */
    default End takenBack() {
        return switch (this) {
            case Open _, NotIllegal(Open _) -> new TakenBack();
            case Removed _, Moved _, TooLate _, NotIllegal _, TakenBack _, Voided _ -> this;
        };
    }

    /** It counts nowhere, whatever became of it. */
    default End voided(VoidReason why) {
        return switch (this) {
            case Open _, Removed _, Moved _, NotIllegal _, TakenBack _ -> new Voided(why);
            case TooLate _, Voided _ -> this;
        };
    }

    /** The content is there as far as we know, and this provider could act. */
    record Open() implements ByItsContent {}

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
            @Nullable ActedBy actedBy) implements ByItsContent {}

    /** The chain has no such provider any more. */
    record Moved(Instant at) implements ByItsContent {}

    /** The content was gone before the notice was handed over. Terminal. */
    record TooLate() implements ByItsContent {}

    /**
     * Its content is not illegal, and nobody has told the provider.
     *
     * @param otherwise what it is if its content is illegal after all
     */
    record NotIllegal(ByItsContent otherwise) implements End {}

    /** The provider was told that its content is not illegal: its clock stands until it is told again. */
    record TakenBack() implements End {
        Open toldAgain() {
            return new Open();
        }
    }

    /** Terminal. */
    record Voided(VoidReason why) implements End {}
}
