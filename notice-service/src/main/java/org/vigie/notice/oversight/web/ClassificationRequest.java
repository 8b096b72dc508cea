package org.vigie.notice.oversight.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.notice.content.Classification;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.support.validation.Text;

/**
 * A decision as it is sent.
 *
 * @param contentId absent means every unit of the case
 * @param decidedAt now if absent
 */
record ClassificationRequest(
        @Nullable UUID contentId,
        @NotNull Verification verification,
        @Nullable Category category,
        @Nullable Maturation maturation,
        @Nullable Act act,
        @Text @Nullable String scheme,
        @Text @Nullable String label,
        @NotNull @Text String organisation,
        @PositiveOrZero @Nullable Integer assessors,
        @PastOrPresent @Nullable Instant decidedAt,
        @Text @Nullable String reason,
        @Nullable Boolean victimIdentified) {

    /** Whether it says what the content is, so that a dispute about it is over. */
    boolean isDecided() {
        return verification == Verification.VERIFIED || verification == Verification.NOT_ILLEGAL;
    }

    /** What it says about the case. */
    Classification decision(UUID caseId, String assessor, Instant now) {
        var decided = Objects.requireNonNullElse(decidedAt, now);
        return new Classification(
                NameBasedIds.of("classification", caseId, this, assessor, decided),
                contentId,
                verification,
                category,
                maturation,
                act,
                scheme,
                label,
                organisation,
                assessors,
                decided,
                reason,
                assessor,
                victimIdentified);
    }
}
