package org.vigie.metrics.volume;

import org.vigie.events.removal.CaseSnapshot.Sightings;

/** Sightings by the network they were made on. */
public record Seen(long clear, long dark, long unstated) {

    static final Seen NEVER = new Seen(0, 0, 0);

    Seen plus(Sightings more) {
        return new Seen(clear + more.clear(), dark + more.dark(), unstated + more.unstated());
    }

    /** On any network. */
    public long total() {
        return clear + dark + unstated;
    }
}
