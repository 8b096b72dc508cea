package org.vigie.notice.removal;

/** What a case asked others for and did not get yet. */
public sealed interface Awaiting permits RemovalCase {

    Wants wants();

    Presence presence();

    Route route();

    /** Whether a look that was wanted was not had yet. */
    default boolean waitsForWantedLook() {
        var wanted = wants().checkAfter();
        var last = presence().lastCheckedAt();
        return wanted != null && (last == null || last.isBefore(wanted));
    }

    /** Whether a chain that was wanted is not followed yet. */
    default boolean waitsForWantedChain() {
        var wanted = wants().chainAfter();
        return wanted != null && route().isOlderThan(wanted);
    }
}
