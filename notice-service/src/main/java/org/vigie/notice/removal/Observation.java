package org.vigie.notice.removal;

import java.util.UUID;

/**
 * What a person saw at the URL. It weighs as a vantage of its own: it asks for a look, and gone alone never removes.
 */
public record Observation(UUID observationId, Seen seen, Signed signed) {

    /** What was there. */
    public enum Seen {
        PRESENT,
        GONE,
        DIFFERENT,
        CANNOT_TELL
    }
}
