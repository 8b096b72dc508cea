package org.vigie.availability.probe.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.vigie.availability.probe.Answer.ParkingSign;
import org.vigie.availability.probe.Outcome;

/** What a name may be connected at. */
sealed interface Vetted {

    /**
     * Addresses that may be connected to.
     *
     * @param mixed whether others were left out
     * @param parking what makes the name look parked
     */
    record Addresses(List<InetAddress> all, boolean mixed, String digest, Set<ParkingSign> parking) implements Vetted {

        public Addresses {
            all = List.copyOf(all);
            parking = Set.copyOf(parking);
        }

        @Override
        public String toString() {
            return "Addresses[" + all.size() + "]";
        }
    }

    /** None, and why. */
    record None(Outcome because) implements Vetted {}
}
