package org.vigie.notice.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far partners were told of their reports; of nobody else's there is one. */
public interface FollowUps {

    /** When each of the earliest is to be looked at. */
    Map<UUID, Instant> due();

    /**
     * Has the reports of the cases looked at now, but for those of which nothing is told yet anyway.
     *
     * @return those that are to be looked at, or many of them
     */
    List<UUID> mark(Collection<UUID> caseIds, Instant now);

    Optional<FollowUp> find(UUID reportId);

    /** Notes what was told with one change more than is noted; nothing if there are more by now. */
    void told(FollowUp told);

    /**
     * Notes when it is to be looked at again, unless it was marked since it was read.
     *
     * @param again absent if only a change of its case matters
     */
    void looked(FollowUp read, @Nullable Instant again);
}
