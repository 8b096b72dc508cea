package org.vigie.notice.content;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit.Assessment;

/**
 * What is held of a content, wherever it lies.
 *
 * @param verifiedAt absent unless it was ever verified
 * @param decidedAt when an assessor decided it or it was taken back, absent if it came with a report
 * @param decidedBy id of that decision, absent if it came with a report or was taken back
 */
public record Verdict(
        Verification verification,
        Category category,
        Assessment assessment,
        @Nullable Instant verifiedAt,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy) {

    /** As a report says it. */
    public static Verdict reported(
            Verification verification, Category category, Assessment assessment, @Nullable Instant verifiedAt) {
        return new Verdict(verification, category, assessment, verifiedAt, null, null);
    }

    /** Whether it says more than that somebody suspects it. */
    boolean isSaid() {
        return decidedBy != null || verification == Verification.VERIFIED;
    }

    /** Whether it stands where the other one is known too: the latest decision does, and any before a mere report. */
    boolean prevailsOver(@Nullable Verdict other) {
        if (other == null) {
            return isSaid();
        }
        if (decidedAt != null && decidedBy != null) {
            return isAfter(decidedAt, decidedBy, other.decidedAt, other.decidedBy);
        }
        return isSaid() && !other.isSaid() && other.decidedAt == null;
    }

    /** Decisions have one order everywhere: by time, then by id. */
    static boolean isAfter(Instant at, UUID by, @Nullable Instant otherAt, @Nullable UUID other) {
        if (otherAt == null || at.isAfter(otherAt)) {
            return true;
        }
        return at.equals(otherAt) && (other == null || by.compareTo(other) > 0);
    }
}
