package org.vigie.notice.removal;

/** What a second assessor decides about a dispute. */
public enum DisputeDecision {
    /** The notices were right: sending goes on. */
    RESUME,
    /** The content is classified anew: what follows from that is done. */
    RECLASSIFY,
    /** The notices were wrong: everything is to be taken back, to which another person must agree. */
    RETRACT
}
