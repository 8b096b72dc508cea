package org.vigie.notice.removal;

import java.time.Instant;
import java.util.Optional;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.notice.message.NoticeKind;

/**
 * What we do about a case. A state offers only the moves that may leave it.
 *
 * <pre>
 * Received      ─► Verified, Rejected
 * Verified      ─► Routed, Unaddressable; Rejected
 * Rejected      ─► Verified
 * Routed        ─► Notified; Unaddressable, Rejected; Verified (reappeared)
 * Unaddressable ─► Routed; Unaddressable (another reason); Rejected; Verified (reappeared)
 * Notified      ─► Notified (one level more), Exhausted; Routed (moved); Verified (reappeared)
 * Exhausted     ─► Routed (a later chain); Verified (reappeared)
 * Retracted     ─► Received (reported again)
 * any           ─► Retracted
 * </pre>
 */
public sealed interface CaseStage {

    /** What it is called in REST, in logs, in the store and in {@code cases.v1}. */
    default CaseSnapshot.Action name() {
        return switch (this) {
            case Received _ -> CaseSnapshot.Action.RECEIVED;
            case Verified _ -> CaseSnapshot.Action.VERIFIED;
            case Rejected _ -> CaseSnapshot.Action.REJECTED;
            case Routed _ -> CaseSnapshot.Action.ROUTED;
            case Unaddressable _ -> CaseSnapshot.Action.UNADDRESSABLE;
            case Notified _ -> CaseSnapshot.Action.NOTIFIED;
            case Exhausted _ -> CaseSnapshot.Action.EXHAUSTED;
            case Retracted _ -> CaseSnapshot.Action.RETRACTED;
        };
    }

    /** Whether nothing more is done about it. */
    default boolean isOver() {
        return this instanceof Rejected || this instanceof Retracted;
    }

    /** Whether something was verified, and nothing is over. */
    default boolean isPursued() {
        return this instanceof Verified || isRouted();
    }

    /** Whether a chain was followed. */
    default boolean isRouted() {
        return switch (this) {
            case Routed _, Unaddressable _, Notified _, Exhausted _ -> true;
            case Received _, Verified _, Rejected _, Retracted _ -> false;
        };
    }

    /** Something is verified. */
    default CaseStage verifiedAt(Instant at) {
        return switch (this) {
            case Received received -> received.verified(at);
            case Rejected rejected -> rejected.verified(at);
            case Verified _, Routed _, Unaddressable _, Notified _, Exhausted _, Retracted _ -> this;
        };
    }

    /** Nothing is illegal. From NOTIFIED on there is somebody to write a retraction to, which a person proposes. */
    default CaseStage rejectedAt(Instant at) {
        return switch (this) {
            case Received received -> received.rejected(at);
            case Verified verified -> verified.rejected(at);
            case Routed routed -> routed.rejected(at);
            case Unaddressable unaddressable -> unaddressable.rejected(at);
            case Rejected _, Notified _, Exhausted _, Retracted _ -> this;
        };
    }

    /** A notice of this cycle was accepted; empty where none can have been asked for, as nothing was verified yet. */
    default Optional<CaseStage> accepted(NoticeKind kind) {
        return switch (this) {
            case Routed routed -> Optional.of(routed.accepted());
            case Notified notified -> Optional.of(kind == NoticeKind.ESCALATION ? notified.escalated() : notified);
            case Verified _, Rejected _, Unaddressable _, Exhausted _, Retracted _ -> Optional.of(this);
            case Received _ -> Optional.empty();
        };
    }

    /** The content came back. */
    default CaseStage reappearedAt(Instant at) {
        return switch (this) {
            case Routed routed -> routed.reappeared(at);
            case Notified notified -> notified.reappeared(at);
            case Exhausted exhausted -> exhausted.reappeared(at);
            case Unaddressable unaddressable -> unaddressable.reappeared(at);
            case Received _, Verified _, Rejected _, Retracted _ -> this;
        };
    }

    /** It is known who is written to; empty where that changes nothing. */
    default Optional<CaseStage> routedAt(Instant at) {
        return switch (this) {
            case Verified verified -> Optional.of(verified.routed(at));
            case Unaddressable unaddressable -> Optional.of(unaddressable.routed(at));
            case Exhausted exhausted -> Optional.of(exhausted.routed(at));
            case Notified notified -> Optional.of(notified.moved(at));
            case Routed routed -> Optional.of(routed);
            case Received _, Rejected _, Retracted _ -> Optional.empty();
        };
    }

    /** Nobody can be written to; empty where that changes nothing. */
    default Optional<CaseStage> unaddressableFor(String reason) {
        return switch (this) {
            case Verified verified -> Optional.of(verified.unaddressable(reason));
            case Routed routed -> Optional.of(routed.unaddressable(reason));
            case Unaddressable unaddressable -> Optional.of(unaddressable.unaddressable(reason));
            case Received _, Rejected _, Notified _, Exhausted _, Retracted _ -> Optional.empty();
        };
    }

    /** Nobody is left to be written to; empty where that changes nothing. */
    default Optional<CaseStage> exhaustedNow() {
        return switch (this) {
            case Notified notified -> Optional.of(notified.exhausted());
            case Exhausted exhausted -> Optional.of(exhausted);
            case Received _, Verified _, Rejected _, Routed _, Unaddressable _, Retracted _ -> Optional.empty();
        };
    }

    /** Everything is taken back; twice is once. */
    default Retracted retractedAt(Instant at) {
        return this instanceof Retracted retracted ? retracted : new Retracted(at);
    }

    /** A report is there, nothing is verified. */
    record Received() implements CaseStage {
        Verified verified(Instant at) {
            return new Verified(at);
        }

        Rejected rejected(Instant at) {
            return new Rejected(at);
        }
    }

    /** A content unit is verified; waits for a chain. */
    record Verified(Instant at) implements CaseStage {
        Rejected rejected(Instant rejectedAt) {
            return new Rejected(rejectedAt);
        }

        Routed routed(Instant routedAt) {
            return new Routed(routedAt);
        }

        Unaddressable unaddressable(String reason) {
            return new Unaddressable(reason);
        }
    }

    /** Every content unit is not illegal. */
    record Rejected(Instant at) implements CaseStage {
        Verified verified(Instant verifiedAt) {
            return new Verified(verifiedAt);
        }
    }

    /** It is known who is written to. */
    record Routed(Instant at) implements CaseStage {
        Rejected rejected(Instant rejectedAt) {
            return new Rejected(rejectedAt);
        }

        Unaddressable unaddressable(String reason) {
            return new Unaddressable(reason);
        }

        Notified accepted() {
            return new Notified(1);
        }

        Verified reappeared(Instant seenAt) {
            return new Verified(seenAt);
        }
    }

    /**
     * Nobody can be written to.
     *
     * @param reason a code, such as {@code ONION_PROVIDER_UNKNOWN}
     */
    record Unaddressable(String reason) implements CaseStage {
        /** There are addresses, and no notice can be written to any. */
        public static final String NO_WRITABLE_CONTACT = "NO_WRITABLE_CONTACT";

        Rejected rejected(Instant rejectedAt) {
            return new Rejected(rejectedAt);
        }

        Routed routed(Instant routedAt) {
            return new Routed(routedAt);
        }

        Unaddressable unaddressable(String other) {
            return new Unaddressable(other);
        }

        Verified reappeared(Instant seenAt) {
            return new Verified(seenAt);
        }
    }

    /** A notice was accepted by the channel; the level is 1, and one more for each escalation. */
    record Notified(int level) implements CaseStage {
        Notified escalated() {
            return new Notified(level + 1);
        }

        Routed moved(Instant at) {
            return new Routed(at);
        }

        Exhausted exhausted() {
            return new Exhausted(level);
        }

        Verified reappeared(Instant seenAt) {
            return new Verified(seenAt);
        }
    }

    /** No rung is left; the case stays watched. */
    record Exhausted(int level) implements CaseStage {
        Routed routed(Instant at) {
            return new Routed(at);
        }

        Verified reappeared(Instant seenAt) {
            return new Verified(seenAt);
        }
    }

    /** Taken back. */
    record Retracted(Instant at) implements CaseStage {
        Received reportedAgain() {
            return new Received();
        }
    }
}
