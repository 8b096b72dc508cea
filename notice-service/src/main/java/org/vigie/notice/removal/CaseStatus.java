package org.vigie.notice.removal;

import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.notice.removal.CaseStage.Exhausted;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.CaseStage.Received;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.CaseStage.Routed;
import org.vigie.notice.removal.CaseStage.Unaddressable;
import org.vigie.notice.removal.CaseStage.Verified;

/** A case's state as people are shown it: the first of these that applies. */
public enum CaseStatus {
    RETRACTED,
    REJECTED,
    HELD,
    DISPUTED,
    GONE_BEFORE_NOTICE,
    DOWN,
    REMOVED,
    SUSPECTED_DOWN,
    REAPPEARED,
    RECEIVED,
    VERIFIED,
    ROUTED,
    UNADDRESSABLE,
    NOTIFIED,
    ESCALATED,
    EXHAUSTED;

    public static CaseStatus of(RemovalCase known) {
        return switch (known.stage()) {
            case Retracted _ -> RETRACTED;
            case Rejected _ -> REJECTED;
            case Received _ -> unlessStopped(known, RECEIVED);
            case Verified _ -> unlessStopped(known, isBack(known) ? REAPPEARED : VERIFIED);
            case Routed _ -> unlessStopped(known, ROUTED);
            case Unaddressable _ -> unlessStopped(known, UNADDRESSABLE);
            case Notified(var level) -> unlessStopped(known, level > 1 ? ESCALATED : NOTIFIED);
            case Exhausted _ -> unlessStopped(known, EXHAUSTED);
        };
    }

    private static CaseStatus unlessStopped(RemovalCase known, CaseStatus otherwise) {
        if (known.isHeld()) {
            return HELD;
        }
        return known.steering().dispute() == null ? unlessGone(known, otherwise) : DISPUTED;
    }

    private static CaseStatus unlessGone(RemovalCase known, CaseStatus otherwise) {
        var state = known.presence().state();
        if (known.presence().isDown()) {
            var targeted = known.outcome().targetings().stream()
                    .anyMatch(targeting ->
                            targeting.cycle() == known.cycle() && !(targeting.end() instanceof End.TooLate));
            return targeted ? gone(state) : GONE_BEFORE_NOTICE;
        }
        return known.presence().isSuspect() ? SUSPECTED_DOWN : otherwise;
    }

    /** Another cycle may also have begun with a report of what was retracted. */
    private static boolean isBack(RemovalCase known) {
        return known.presence().state() == AvailabilitySnapshot.Presence.REAPPEARED;
    }

    private static CaseStatus gone(AvailabilitySnapshot.Presence state) {
        return state == AvailabilitySnapshot.Presence.GONE ? REMOVED : DOWN;
    }
}
