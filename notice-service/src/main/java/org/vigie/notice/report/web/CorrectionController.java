package org.vigie.notice.report.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.report.CorrectReport;
import org.vigie.notice.report.CorrectReport.CorrectedTooOften;
import org.vigie.notice.report.CorrectReport.Made;
import org.vigie.notice.report.CorrectionRequest;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.WithdrawReport.WithdrawnBefore;
import org.vigie.support.access.Caller;
import org.vigie.support.web.IdempotencyKey;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;

/** Correcting reports, over HTTP. */
@RestController
class CorrectionController {

    /** That it was corrected: what the report alone tells. */
    record CorrectedReport(UUID reportId, String reference, Instant correctedAt) {

        static CorrectedReport of(Made made) {
            return new CorrectedReport(
                    made.report().reportId(),
                    made.report().reference(),
                    made.correction().at());
        }
    }

    private final CorrectReport correctReport;

    CorrectionController(CorrectReport correctReport) {
        this.correctReport = correctReport;
    }

    @Operation(
            operationId = "correctReport",
            summary = "Correct a report",
            description =
                    "What the report says of the content, all of it: what is left out is not said any more. The URL, the hashes, where it was found and the holds stay as they were reported; if one of them is wrong, take the report back and report anew. Further notices say what is right now. If it is not verified any more, nothing more is sent, and where somebody was told, people of the installation decide whether that is taken back. What others reported, or an assessor of the installation classified, stays, and the answer does not depend on it. The same key and body again give the same answer.")
    @PostMapping("/v1/reports/{id}/correction")
    @Refuses({"404 not-found", "409 report-withdrawn", "409 corrected-too-often", "422 idempotency-key-reused"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    CorrectedReport correct(
            IdempotencyKey key, Caller caller, @PathVariable UUID id, @RequestBody @Valid CorrectionRequest asked) {
        return correctReport
                .correct(Origin.of(caller), id, key.value(), asked)
                .map(CorrectedReport::of)
                .orElseThrow(() -> new NotFound("report"));
    }

    @ExceptionHandler
    ProblemDetail on(WithdrawnBefore before) {
        return Problems.of(HttpStatus.CONFLICT, "report-withdrawn", before.getMessage());
    }

    @ExceptionHandler
    ProblemDetail on(CorrectedTooOften before) {
        return Problems.of(HttpStatus.CONFLICT, "corrected-too-often", before.getMessage());
    }
}
