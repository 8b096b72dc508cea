package org.vigie.support.work;

import java.time.Instant;
import java.util.Optional;

/** Something in a service that knows whether work is due or under way; the sandbox's clock waits for all of them. */
public interface WorkInProgress {

    /** Nothing is due at the clock's instant and nothing is under way. */
    boolean idle();

    /** When the next work falls due, absent if none is known. */
    default Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** How many pieces of work were ever begun: the same number twice means that nothing happened in between. */
    long begun();
}
