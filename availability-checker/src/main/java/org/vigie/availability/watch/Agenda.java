package org.vigie.availability.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** What is to be looked at when, in this process. */
public interface Agenda {

    /** Looks at the instant, instead of when it was planned before. */
    void plan(UUID caseId, int partition, Instant due);

    /** Looks at the instant like {@link #plan}, before everything else that is due. */
    void planFirst(UUID caseId, int partition, Instant due);

    /** Looks at the instant, and goes on owing the look since it fell due: it was not made. */
    void postpone(UUID caseId, Instant until);

    /** Does not look any more. */
    void drop(UUID caseId, int partition);

    /** From now on this process looks at the watches of these partitions, too. */
    void own(Collection<Integer> partitions);

    /**
     * From now on somebody else looks at the watches of these partitions.
     *
     * @return the cases that were planned here and are not any more
     */
    Collection<UUID> giveUp(Collection<Integer> partitions);

    /** A look was made as planned; from now on the watermark of the partition may say so. */
    void made(int partition);
}
