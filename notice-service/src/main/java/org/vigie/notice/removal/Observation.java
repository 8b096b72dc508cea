package org.vigie.notice.removal;

import java.util.UUID;

/** What a person saw at the URL. Gone alone never removes: it asks for a look. */
public record Observation(UUID observationId, Seen seen, Signed signed) {

    /** What was there. */
    public enum Seen {
        PRESENT,
        GONE,
        DIFFERENT,
        CANNOT_TELL
    }
}
