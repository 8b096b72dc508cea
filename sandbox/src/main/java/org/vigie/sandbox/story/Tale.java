package org.vigie.sandbox.story;

import java.time.Instant;
import java.util.List;

/**
 * One removal case of the world from its first report to its end.
 *
 * @param reference the reporter's own, by which the case is found again
 * @param reactions what comes back to the notices
 */
public record Tale(
        String reference, Script script, Site site, List<Sighting> sightings, Ending ending, List<Reaction> reactions) {

    public Tale {
        sightings = List.copyOf(sightings);
        reactions = List.copyOf(reactions);
    }

    /** Its reference without the number that tells it from its like. */
    String kind() {
        return reference.replaceFirst("-[0-9]+$", "");
    }

    boolean isCalled(String name) {
        return reference.equals(name) || kind().equals(name);
    }

    /** When its first report is due. */
    public Instant opened() {
        return sightings.getFirst().due();
    }
}
