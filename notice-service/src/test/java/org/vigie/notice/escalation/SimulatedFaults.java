package org.vigie.notice.escalation;

import org.jspecify.annotations.Nullable;

/** What happens in the middle of a step: between any two calls of a store, a queue's or the relay's. */
final class SimulatedFaults {

    /** The process ends here; what is stored is stored. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;

        Crash() {
            super("killed", null, false, false);
        }
    }

    private @Nullable Runnable happens;
    private int calls;
    private boolean looking;

    /** After so many calls from now. */
    void after(int count, Runnable next) {
        calls = count;
        happens = next;
    }

    /** Nothing more, until the next is set. */
    void none() {
        happens = null;
    }

    /** Before and after every call. */
    void passed() {
        if (!looking && happens != null && calls-- == 0) {
            var now = happens;
            happens = null;
            now.run();
        }
    }

    /** Nothing happens while a test looks. */
    void whileLooking(Runnable look) {
        looking = true;
        try {
            look.run();
        } finally {
            looking = false;
        }
    }
}
