package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.notice.content.Decision;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.support.web.Given;
import org.vigie.support.web.InvalidRequest;
import org.vigie.support.web.Required;
import org.vigie.support.web.Text;

/**
 * A decision as it is sent.
 *
 * @param contentId absent means every unit of the case
 * @param decidedAt now if absent
 */
record ClassificationRequest(
        @Nullable UUID contentId,
        @Required @Nullable Verification verification,
        @Nullable Category category,
        @Nullable Maturation maturation,
        @Nullable Act act,
        @Text @Nullable String scheme,
        @Text @Nullable String label,
        @Required @Text @Nullable String organisation,
        @Schema(minimum = "0") @Nullable Integer assessors,
        @Nullable Instant decidedAt,
        @Text @Nullable String reason) {

    /**
     * What it says about the case.
     *
     * @param at JSON Pointer of the decision in the request
     */
    Decision decision(UUID caseId, String assessor, String at, Instant now) {
        if (verification == null || verification == Verification.UNKNOWN) {
            throw new InvalidRequest(at + "/verification", "A value is required.");
        }
        var decided = decidedAt == null ? now : Given.past(decidedAt, at + "/decided_at", now);
        return new Decision(
                NameBasedIds.of("classification", caseId, this, assessor, decided),
                contentId,
                verification,
                category,
                maturation,
                act,
                Given.optionalText(scheme, at + "/scheme"),
                Given.optionalText(label, at + "/label"),
                Given.text(organisation, at + "/organisation"),
                Given.count(assessors, at + "/assessors"),
                decided,
                Given.optionalText(reason, at + "/reason"),
                assessor);
    }
}
