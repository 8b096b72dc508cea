package org.vigie.registry.chain;

import java.time.Instant;
import java.util.UUID;

/** Tells the queue of work that a case falls due. */
public interface ResolutionSchedule {

    void due(UUID caseId, Instant instant);
}
