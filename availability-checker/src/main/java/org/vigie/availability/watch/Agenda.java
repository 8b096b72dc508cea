package org.vigie.availability.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** What is to be looked at when, in this process. */
public interface Agenda {

    /** Looks at the instant, instead of when it was planned before. */
    void plan(UUID caseId, int partition, Instant due);

    /** Does not look any more. */
    void drop(UUID caseId, int partition);

    /** From now on this process looks at the watches of these partitions, too. */
    void take(Collection<Integer> partitions);

    /** From now on somebody else looks at the watches of these partitions. */
    void giveUp(Collection<Integer> partitions);

    /** A look was made as planned; from now on the watermark of the partition may say so. */
    void made(int partition);
}
