package org.vigie.notice.removal.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.removal.Milestones;

/** When a stored case passed its milestones; what it did not reach is absent. */
record MilestonesPassed(
        String id,
        Instant receivedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant firstHandoverAt) {

    Milestones toDomain() {
        return new Milestones(UUID.fromString(id), receivedAt, verifiedAt, firstHandoverAt);
    }
}
