package org.vigie.notice.classification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.notice.classification.Classify;
import org.vigie.notice.identity.NameBasedIds;
import org.vigie.notice.removal.Decision;
import org.vigie.notice.removal.UnknownContent;
import org.vigie.support.web.Given;
import org.vigie.support.web.InvalidRequest;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;
import org.vigie.support.web.Required;
import org.vigie.support.web.Text;

/** Assessors' decisions over HTTP. */
@RestController
@RequestMapping("/v1/cases/{caseId}/classification")
@Refuses("404 unknown-case")
class ClassificationController {

    /**
     * A decision.
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
            @Text @Nullable String reason) {}

    private final Classify classify;
    private final Clock clock;

    ClassificationController(Classify classify, Clock clock) {
        this.classify = classify;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable UUID caseId, @RequestBody ClassificationRequest said) {
        if (said.verification() == null || said.verification() == Verification.UNKNOWN) {
            throw new InvalidRequest("/verification", "A value is required.");
        }
        var now = clock.instant();
        var decidedAt = said.decidedAt() == null ? now : Given.past(said.decidedAt(), "/decided_at", now);
        classify.decide(
                caseId,
                new Decision(
                        NameBasedIds.of("classification", caseId, said, decidedAt),
                        said.contentId(),
                        said.verification(),
                        said.category(),
                        said.maturation(),
                        said.act(),
                        Given.optionalText(said.scheme(), "/scheme"),
                        Given.optionalText(said.label(), "/label"),
                        Given.text(said.organisation(), "/organisation"),
                        Given.count(said.assessors(), "/assessors"),
                        decidedAt,
                        Given.optionalText(said.reason(), "/reason")));
    }

    @ExceptionHandler
    ProblemDetail on(UnknownContent unknown) {
        return Problems.invalidField("/content_id", "The case has no such content unit.");
    }
}
