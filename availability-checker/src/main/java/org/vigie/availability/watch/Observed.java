package org.vigie.availability.watch;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A look's result, as far as it moves a watch.
 *
 * @param controlled whether a sibling showed that the answer is about the URL
 * @param identities names of who was told so
 * @param identitiesNeeded of how many identities a confirmed removal must have been seen
 * @param vantagesNeeded from how many vantages a confirmed removal must have been seen
 * @param baseline how things are, if it was found and a control told, now or of the very same before; absent otherwise
 * @param frozen whether nothing may be called removed now, because too much turned bad at once
 */
public record Observed(
        Instant at,
        Signal signal,
        boolean controlled,
        Set<String> identities,
        int identitiesNeeded,
        int vantagesNeeded,
        boolean frozen,
        @Nullable Baseline baseline) {

    public Observed {
        identities = Set.copyOf(identities);
    }

    /** A look that says nothing new of how things are when all is well. */
    Observed(
            Instant at,
            Signal signal,
            boolean controlled,
            Set<String> identities,
            int identitiesNeeded,
            int vantagesNeeded,
            boolean frozen) {
        this(at, signal, controlled, identities, identitiesNeeded, vantagesNeeded, frozen, null);
    }

    /** Another vantage found it. */
    static Observed elsewhere(Instant at) {
        return new Observed(at, Signal.CLOAKED, false, Set.of(), 0, 0, false);
    }

    /** The same, calling nothing removed. */
    Observed withoutConfirming() {
        return new Observed(at, signal, controlled, identities, identitiesNeeded, vantagesNeeded, true, baseline);
    }
}
