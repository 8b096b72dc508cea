package org.vigie.availability.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** What is to be checked when, in this process. */
public interface Agenda {

    /** Plans a check at the instant, instead of when it was planned before. */
    void plan(UUID caseId, int partition, Instant due);

    /** Plans a check at the instant like {@link #plan}, before everything else that is due. */
    void planFirst(UUID caseId, int partition, Instant due);

    /** Plans a check at the instant, and goes on owing the check since it fell due: it was not made. */
    void postpone(UUID caseId, Instant until);

    /** Does not check any more. */
    void drop(UUID caseId, int partition);

    /** From now on this process checks the watches of these partitions, too. */
    void own(Collection<Integer> partitions);

    /**
     * Another instance checks the watches of these partitions from now on.
     *
     * @return the cases that were planned here and are not any more
     */
    Collection<UUID> giveUp(Collection<Integer> partitions);

    /** A check was made as planned; from now on the watermark of the partition may say so. */
    void made(int partition);
}
