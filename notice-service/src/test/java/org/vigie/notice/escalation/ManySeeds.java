package org.vigie.notice.escalation;

import org.jspecify.annotations.Nullable;

/** Runs seeds until one breaks a promise. */
final class ManySeeds {

    private ManySeeds() {}

    /** What broke first, absent if nothing did. */
    static @Nullable String broken(int seeds, int steps) {
        var machine = new Simulation.Machine();
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                new Simulation(machine, seed).run(steps);
            } catch (AssertionError e) {
                return e.getMessage();
            }
        }
        return null;
    }
}
