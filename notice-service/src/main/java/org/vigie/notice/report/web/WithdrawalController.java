package org.vigie.notice.report.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.Report;
import org.vigie.notice.report.WithdrawReport;
import org.vigie.notice.report.WithdrawReport.WithdrawnBefore;
import org.vigie.notice.report.WithdrawalReason;
import org.vigie.support.access.Caller;
import org.vigie.support.web.IdempotencyKey;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Problems;
import org.vigie.support.web.Refuses;

/** Taking reports back, over HTTP. */
@RestController
class WithdrawalController {

    record WithdrawalRequest(@NotNull WithdrawalReason reason) {}

    /** That it was taken back: what the report alone tells. */
    record Withdrawn(UUID reportId, String reference, WithdrawalReason reason, Instant withdrawnAt) {

        static Withdrawn of(Report report) {
            var withdrawal = Objects.requireNonNull(report.withdrawal());
            return new Withdrawn(report.reportId(), report.reference(), withdrawal.reason(), withdrawal.at());
        }
    }

    private final WithdrawReport withdrawReport;

    WithdrawalController(WithdrawReport withdrawReport) {
        this.withdrawReport = withdrawReport;
    }

    @Operation(
            operationId = "withdrawReport",
            summary = "Take a report back",
            description =
                    "For good; report the URL anew if it was right after all. What only this report asked for stops. If somebody was told already, people of the installation decide whether that is taken back, and nothing more is sent until then. What others reported, or an assessor of the installation classified, goes on, and the answer does not depend on it. The same key and body again give the same answer.")
    @PostMapping("/v1/reports/{id}/withdrawal")
    @Refuses({"404 not-found", "409 report-withdrawn", "422 idempotency-key-reused"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Withdrawn withdraw(
            IdempotencyKey key, Caller caller, @PathVariable UUID id, @RequestBody @Valid WithdrawalRequest asked) {
        return withdrawReport
                .withdraw(Origin.of(caller), id, key.value(), asked.reason())
                .map(Withdrawn::of)
                .orElseThrow(() -> new NotFound("report"));
    }

    @ExceptionHandler
    ProblemDetail on(WithdrawnBefore before) {
        return Problems.of(HttpStatus.CONFLICT, "report-withdrawn", before.getMessage());
    }
}
