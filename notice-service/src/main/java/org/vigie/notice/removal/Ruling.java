package org.vigie.notice.removal;

import java.time.Instant;

/**
 * A second assessor decided that a notice stands, which whoever disputed it is still to be told.
 *
 * @param reason in the assessor's words, as the provider reads them
 */
public record Ruling(Objection objection, String reason, Instant at) {

    boolean isFor(Objection other) {
        return objection.addressee().equals(other.addressee());
    }

    /** Leaves the words out. */
    @Override
    public String toString() {
        return "Ruling[%s]".formatted(at);
    }
}
