package org.vigie.notice.content;

import org.jspecify.annotations.Nullable;
import org.vigie.events.NetworkSeen;

/** Reports so far, by the network they were made on. */
public record Sightings(long clear, long dark, long unstated) {

    public static final Sightings NONE = new Sightings(0, 0, 0);

    /** How many there are. */
    public long all() {
        return clear + dark + unstated;
    }

    public Sightings plus(@Nullable NetworkSeen network) {
        return switch (network) {
            case CLEAR -> new Sightings(clear + 1, dark, unstated);
            case DARK -> new Sightings(clear, dark + 1, unstated);
            case UNKNOWN -> new Sightings(clear, dark, unstated + 1);
            case null -> new Sightings(clear, dark, unstated + 1);
        };
    }

    Sightings plus(Sightings others) {
        return new Sightings(clear + others.clear, dark + others.dark, unstated + others.unstated);
    }
}
