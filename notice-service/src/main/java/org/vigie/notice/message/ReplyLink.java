package org.vigie.notice.message;

import java.time.Instant;

/**
 * Where the addressee of one notice can answer it.
 *
 * @param until the page opens before this
 */
public record ReplyLink(String url, Instant until) {

    /** Leaves the address out: whoever has it can ask for a code. */
    @Override
    public String toString() {
        return "ReplyLink[%s]".formatted(until);
    }
}
