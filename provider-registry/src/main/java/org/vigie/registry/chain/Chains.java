package org.vigie.registry.chain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The latest chain of every case. What is stored here is published. */
public interface Chains {

    Optional<CaseChain> find(UUID caseId);

    /**
     * Stores it, new if it has no version.
     *
     * @return the chain at its new version; empty if another one of the case was stored since this one was read, and
     *     nothing is stored then
     */
    Optional<CaseChain> save(CaseChain chain);

    /** Cases whose chain lacks somebody: an addressee or a name for a role. */
    List<UUID> incomplete();

    /** Cases where this provider is the only one that can be written to. */
    List<UUID> dependingOn(UUID provider);
}
