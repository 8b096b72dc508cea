package org.vigie.availability.probe.http;

import java.net.InetAddress;
import java.util.List;
import org.vigie.availability.probe.Outcome;

/** What a name may be connected at. */
sealed interface Vetted {

    /**
     * Addresses that may be connected to.
     *
     * @param mixed whether others were left out
     */
    record Addresses(List<InetAddress> all, boolean mixed, String digest) implements Vetted {

        public Addresses {
            all = List.copyOf(all);
        }

        @Override
        public String toString() {
            return "Addresses[" + all.size() + "]";
        }
    }

    /** None, and why. */
    record None(Outcome because) implements Vetted {}
}
