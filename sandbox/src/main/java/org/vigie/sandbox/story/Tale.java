package org.vigie.sandbox.story;

import java.time.Instant;
import java.util.List;

/**
 * One removal case of the world from its first report to its end.
 *
 * @param reference the reporter's own, by which the case is found again
 */
public record Tale(String reference, Script script, Site site, List<Sighting> sightings, Ending ending) {

    public Tale {
        sightings = List.copyOf(sightings);
    }

    /** When its first report is due. */
    public Instant opened() {
        return sightings.getFirst().due();
    }
}
