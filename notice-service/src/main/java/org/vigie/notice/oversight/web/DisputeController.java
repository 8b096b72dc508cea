package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.oversight.Classify;
import org.vigie.notice.oversight.DecideCase;
import org.vigie.notice.removal.DisputeDecision;
import org.vigie.notice.removal.Signed;
import org.vigie.support.web.Given;
import org.vigie.support.web.InvalidRequest;
import org.vigie.support.web.Refuses;
import org.vigie.support.web.Required;
import org.vigie.support.web.Text;

/** What second assessors decide about disputes, over HTTP. */
@RestController
@RequestMapping("/v1/cases/{caseId}/dispute")
class DisputeController {

    record DisputeRequest(
            @Required @Nullable DisputeDecision decision,
            @Required @Text @Nullable String reason,
            @Nullable ClassificationRequest classification) {}

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
                    "By an assessor who did not classify the content: RESUME lets sending go on, RECLASSIFY classifies the content anew, RETRACT proposes a retraction that another person must approve.")
    @PostMapping("/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses({"404 unknown-case", "409 not-disputed, four-eyes"})
    void decide(
            @PathVariable UUID caseId,
            @RequestHeader("Vigie-Operator") String operator,
            @RequestBody DisputeRequest said) {
        var now = clock.instant();
        var signed = new Signed(Given.header(operator, "Vigie-Operator"), Given.text(said.reason(), "/reason"), now);
        var decision = Given.required(said.decision(), "/decision");
        var classification = said.classification();
        if ((decision == DisputeDecision.RECLASSIFY) != (classification != null)) {
            throw new InvalidRequest(
                    "/classification", "Required with RECLASSIFY and not allowed with any other decision.");
        }
        if (classification == null) {
            decide.decideDispute(caseId, null, decision, signed);
        } else {
            classify.reclassify(
                    caseId, null, classification.decision(caseId, signed.who(), "/classification", now), signed);
        }
    }
}
