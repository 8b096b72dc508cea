package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a case came as far as its first notice.
 *
 * @param verifiedAt absent while none of its contents is verified
 * @param firstHandoverAt absent before the first notice was handed over
 */
public record Milestones(
        UUID caseId,
        Instant receivedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant firstHandoverAt) {}
