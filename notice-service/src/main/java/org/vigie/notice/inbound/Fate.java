package org.vigie.notice.inbound;

/** What a delivery report says became of a notice. */
public enum Fate {
    /** In the mailbox. */
    DELIVERED,
    /** With a system that sends no such reports: the end is not known. */
    RELAYED,
    /** With several, or another, behind the address: the end is not known. */
    EXPANDED,
    /** It is still being tried. */
    DELAYED,
    /** Nobody is there, or the mailbox is closed. */
    HARD_BOUNCE,
    /** The mailbox is full. */
    QUOTA,
    /** The receiver refuses it for what it is or whom it is from. */
    POLICY,
    /** Not delivered, which says nothing against the address: given up, too large, a fault on the way. */
    SOFT_BOUNCE,
    /** It did not reach some of those behind the address; whether it reached others is not known. */
    SOME_MEMBERS,
    /** The report says something that no rule knows. */
    UNKNOWN;

    /** Whether nothing follows from it. */
    boolean changesNothing() {
        return switch (this) {
            case DELIVERED, RELAYED, EXPANDED, DELAYED -> true;
            case HARD_BOUNCE, QUOTA, POLICY, SOFT_BOUNCE, SOME_MEMBERS, UNKNOWN -> false;
        };
    }

    /** Whether the notice did not reach the addressee and will not. */
    public boolean isFinalFailure() {
        return switch (this) {
            case HARD_BOUNCE, QUOTA, POLICY, SOFT_BOUNCE -> true;
            case DELIVERED, RELAYED, EXPANDED, DELAYED, SOME_MEMBERS, UNKNOWN -> false;
        };
    }
}
