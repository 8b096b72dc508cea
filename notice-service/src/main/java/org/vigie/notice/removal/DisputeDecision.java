package org.vigie.notice.removal;

import java.util.regex.Pattern;

/** What a second assessor decides about a dispute. */
public enum DisputeDecision {
    /** The notices were right: sending goes on. */
    RESUME,
    /** The content is classified anew: what follows from that is done. */
    RECLASSIFY,
    /** The notices were wrong: everything is to be taken back, to which another person must agree. */
    RETRACT;

    private static final Pattern NAMES_A_URL = Pattern.compile("(?i)[a-z]://|\\bwww\\.");

    /** Whether the reason can be given: where the notice stands, whoever disputed it reads it, and no URL. */
    public boolean allows(String reason) {
        return this == RETRACT || !NAMES_A_URL.matcher(reason).find();
    }
}
