package org.vigie.registry.chain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases that are to be resolved, so that a crash forgets none. */
public interface PendingResolutions {

    /**
     * A case to resolve.
     *
     * @param due absent while a hold forbids to ask
     * @param asked how often it was asked for: an answer to an earlier asking does not settle a later one
     * @param tries how often nobody answered in a row
     */
    record Pending(UUID caseId, @Nullable Instant due, long asked, int tries) {}

    /** Asks for the case; asked for again it is due at the new instant. */
    void ask(UUID caseId, Instant due);

    Optional<Pending> find(UUID caseId);

    /** Settles it, unless it was asked for since. */
    void settle(Pending pending);

    /** Puts it off, unless it was asked for since; counts a try if there is a new instant. */
    void putOff(Pending pending, @Nullable Instant due);

    /** Everything that has an instant. */
    Map<UUID, Instant> allDue();
}
