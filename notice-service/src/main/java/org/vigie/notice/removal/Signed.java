package org.vigie.notice.removal;

import java.time.Instant;

/**
 * Who wants something done, why, and when.
 *
 * @param who a person, as {@link org.vigie.support.Person} writes one
 * @param why in the person's words
 */
public record Signed(String who, String why, Instant at) {

    public Signed {
        why = why.strip();
    }

    /** Leaves the name and the words out. */
    @Override
    public String toString() {
        return "Signed[%s]".formatted(at);
    }
}
