package org.vigie.metrics.volume;

import org.jspecify.annotations.Nullable;
import org.vigie.events.HostKind;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.metrics.ledger.CountedCase;
import org.vigie.metrics.ledger.CountedPresence;

/** Why no notice named a verified content unit; the first that applies. */
public enum NotTargeted {
    RETRACTED,
    HELD,
    GONE_BEFORE_NOTICE,
    UNADDRESSABLE_DARK_WEB,
    UNADDRESSABLE,
    EXHAUSTED,
    /** On its way to a notice. */
    WAITING;

    static NotTargeted of(CountedCase removalCase, @Nullable CountedPresence presence) {
        if (removalCase.action() == Action.RETRACTED) {
            return RETRACTED;
        }
        if (removalCase.held()) {
            return HELD;
        }
        if (isGone(presence)) {
            return GONE_BEFORE_NOTICE;
        }
        return switch (removalCase.action()) {
            case UNADDRESSABLE -> isDark(removalCase.hostKind()) ? UNADDRESSABLE_DARK_WEB : UNADDRESSABLE;
            case EXHAUSTED -> EXHAUSTED;
            case RECEIVED, VERIFIED, REJECTED, ROUTED, NOTIFIED, RETRACTED, UNKNOWN -> WAITING;
        };
    }

    static boolean isGone(@Nullable CountedPresence presence) {
        return presence != null && (presence.presence() == Presence.DOWN || presence.presence() == Presence.GONE);
    }

    static boolean isDark(HostKind kind) {
        return switch (kind) {
            case ONION_V2, ONION_V3, ONION_INVALID -> true;
            case DOMAIN, IPV4, IPV6, SPECIAL_USE, UNKNOWN -> false;
        };
    }
}
