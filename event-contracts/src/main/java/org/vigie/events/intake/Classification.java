package org.vigie.events.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Maturation;
import org.vigie.events.Passed;
import org.vigie.events.Verification;

/**
 * An assessor's decision on a content unit. Topic {@code classifications.v1}, keyed by classification id; applying it
 * twice is applying it once.
 *
 * @param contentId the content unit decided on, absent for every unit of the case
 * @param scheme the assessor's scheme, such as {@code interpol}, {@code iccam} or {@code ucs}
 * @param label what the scheme calls it, kept as it is
 * @param assessors how many people looked, at least 1 where it is stated
 * @param decidedAt epoch milliseconds, from {@link #EARLIEST} to a day from now
 */
public record Classification(
        UUID classificationId,
        UUID caseId,
        @Nullable UUID contentId,
        Verification verification,
        @Nullable Category category,
        @Nullable Maturation maturation,
        @Nullable Act act,
        @Nullable String scheme,
        @Nullable String label,
        String organisation,
        @Min(1) @Max(1_000_000) @Nullable Integer assessors,
        @Passed @Min(Classification.EARLIEST) long decidedAt,
        @Nullable String reason) {

    /** 1 January 2000, UTC: an instant before it is not in milliseconds. */
    public static final long EARLIEST = 946_684_800_000L;
}
