package org.vigie.notice.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.oversight.Classify;
import org.vigie.support.web.Operator;
import org.vigie.support.web.Refuses;

/** Assessors' decisions over HTTP. */
@RestController
@RequestMapping("/v1/cases/{caseId}/classification")
@Refuses("404 unknown-case")
class ClassificationController {

    private final Classify classify;
    private final Clock clock;

    ClassificationController(Classify classify, Clock clock) {
        this.classify = classify;
        this.clock = clock;
    }

    @Operation(
            operationId = "classifyContent",
            summary = "Classify the content of a case",
            description =
                    "An assessor decides on one content unit or on all of the case. The decision reaches every case that has the content.")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable UUID caseId, Operator assessor, @RequestBody @Valid ClassificationRequest said) {
        classify.decide(caseId, said.decision(caseId, assessor.name(), clock.instant()));
    }
}
