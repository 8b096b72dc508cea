package org.vigie.registry.chain;

import java.time.Instant;
import java.util.UUID;
import org.vigie.events.removal.TargetingSnapshot;

/** What became of every targeting, as far as responsiveness needs it. */
public interface TrackRecords {

    /** Keeps the targeting if it is newer than the one that is there. */
    void keep(TargetingSnapshot targeting);

    /** Of the targetings handed over from the one instant on and before the other. */
    Responsiveness of(UUID provider, Instant from, Instant before);
}
