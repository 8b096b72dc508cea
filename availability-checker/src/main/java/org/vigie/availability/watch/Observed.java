package org.vigie.availability.watch;

import java.time.Instant;
import java.util.Set;

/**
 * A look's result, as far as it moves a watch.
 *
 * @param controlled whether a sibling showed that the answer is about the URL
 * @param identities names of who was told so
 * @param identitiesNeeded of how many identities a confirmed removal must have been seen
 * @param vantagesNeeded from how many vantages a confirmed removal must have been seen
 * @param frozen whether nothing may be called removed now, because too much turned bad at once
 */
public record Observed(
        Instant at,
        Signal signal,
        boolean controlled,
        Set<String> identities,
        int identitiesNeeded,
        int vantagesNeeded,
        boolean frozen) {

    public Observed {
        identities = Set.copyOf(identities);
    }

    /** Another vantage found it. */
    static Observed elsewhere(Instant at) {
        return new Observed(at, Signal.CLOAKED, false, Set.of(), 0, 0, false);
    }

    /** The same, calling nothing removed. */
    Observed withoutConfirming() {
        return new Observed(at, signal, controlled, identities, identitiesNeeded, vantagesNeeded, true);
    }
}
