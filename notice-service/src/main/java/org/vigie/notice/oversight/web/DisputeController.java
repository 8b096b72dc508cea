package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.oversight.Classify;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.removal.DisputeDecision;
import org.vigie.notice.removal.Signed;
import org.vigie.support.validation.InvalidField;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Refuses;

/** What second assessors decide about disputes, over HTTP. */
@RestController
@RequestMapping("/v1/cases/{caseId}/dispute")
class DisputeController {

    private static final int LONGEST_REASON = 2000;
    private static final String PLAIN = "[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]";
    private static final String NOT_BLANK = "[^\\s\\u0000-\\u001f\\u007f-\\u009f]";

    record DisputeRequest(
            @NotNull DisputeDecision decision,

            @NotNull
            @Size(max = LONGEST_REASON)
            @Pattern(
                    regexp = "^" + PLAIN + "*" + NOT_BLANK + PLAIN + "*$",
                    message = "Must hold words; line breaks and tabs are the only control characters allowed.")
            String reason,

            @Valid @Nullable ClassificationRequest classification) {}

    private final DecideCase decide;
    private final Classify classify;
    private final Clock clock;

    DisputeController(DecideCase decide, Classify classify, Clock clock) {
        this.decide = decide;
        this.classify = classify;
        this.clock = clock;
    }

    @Operation(
            operationId = "decideDispute",
            summary = "Decide a dispute",
            description =
                    "By an assessor who did not classify the content: RESUME lets sending go on, RECLASSIFY classifies the content anew, RETRACT proposes a retraction that another person must approve. Where the notice stands, whoever disputed it is sent the reason as it is written here.")
    @PostMapping("/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses({"404 unknown-case", "409 not-disputed, four-eyes"})
    void decide(@PathVariable UUID caseId, Operator by, @RequestBody @Valid DisputeRequest said) {
        var now = clock.instant();
        var signed = new Signed(by.name(), said.reason(), now);
        var decision = said.decision();
        var classification = said.classification();
        if ((decision == DisputeDecision.RECLASSIFY) != (classification != null)) {
            throw new InvalidField(
                    "/classification", "Required with RECLASSIFY and not allowed with any other decision.");
        }
        if (classification != null && !classification.isDecided()) {
            throw new InvalidField(
                    "/classification/verification", "Must be VERIFIED or NOT_ILLEGAL: a dispute is decided.");
        }
        if (!decision.allows(said.reason())) {
            throw new InvalidField("/reason", "Must not hold a URL: whoever disputed the notice reads it.");
        }
        if (classification == null) {
            decide.decideDispute(caseId, decision, signed);
        } else {
            classify.reclassify(caseId, classification.decision(caseId, signed.who(), now), signed);
        }
    }
}
