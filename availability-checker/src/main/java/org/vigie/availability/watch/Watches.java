package org.vigie.availability.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Every watch this service keeps. */
public interface Watches {

    Optional<Watch> find(UUID caseId);

    /**
     * The watch as this process stored it lately; somebody else may have stored it since. Good for a change that is
     * saved, which fails then, and for nothing else.
     */
    Optional<Watch> atHand(UUID caseId);

    /**
     * Stores the watch; if it is unpublished, others hear of it.
     *
     * @return the watch as stored, with its new version; empty if someone stored another version since this one was
     *     read, and nothing is stored then
     */
    Optional<Watch> save(Watch watch);

    /**
     * Tells of every life that was watched and began at or after the instant, one by one; reads the whole store.
     *
     * @param to is told in no particular order
     */
    void forEachLife(Instant startedSince, Consumer<Hazards.Life> to);

    /** Watches of these partitions that have a due instant, in no particular order. */
    List<Watch> due(Collection<Integer> partitions);
}
