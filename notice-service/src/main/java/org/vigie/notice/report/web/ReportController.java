package org.vigie.notice.report.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.report.FileReport;
import org.vigie.notice.report.KeyReused;
import org.vigie.notice.report.Report;
import org.vigie.notice.report.Reports;
import org.vigie.support.web.InvalidRequest;
import org.vigie.support.web.Problems;

/** Reports over HTTP. */
@RestController
@RequestMapping("/v1/reports")
class ReportController {

    private static final int LONGEST_KEY = 200;
    /** Until partners have identities, whoever holds the token is one. */
    private static final String ORIGIN = "operator";

    record Accepted(UUID reportId, String reference) {}

    /**
     * What became of a report.
     *
     * @param caseId absent until the report was applied
     */
    record ReportView(
            UUID reportId,
            String reference,
            Instant receivedAt,
            @Nullable UUID caseId,
            @Nullable String partnerReference) {
        static ReportView of(Report report) {
            return new ReportView(
                    report.reportId(),
                    report.reference(),
                    report.receivedAt(),
                    report.caseId(),
                    report.submission().partnerReference());
        }
    }

    private final FileReport fileReport;
    private final Reports reports;

    ReportController(FileReport fileReport, Reports reports) {
        this.fileReport = fileReport;
        this.reports = reports;
    }

    /** Stores the report before it answers; the same key and body again give the same answer. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted file(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ReportRequest request) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new InvalidRequest(
                    "", "Header Idempotency-Key: 1 to %d characters are expected.".formatted(LONGEST_KEY));
        }
        var report = fileReport.file(ORIGIN, key, request.toRaw());
        return new Accepted(report.reportId(), report.reference());
    }

    @GetMapping("/{id}")
    ResponseEntity<ReportView> one(@PathVariable UUID id) {
        return ResponseEntity.of(reports.find(id).map(ReportView::of));
    }

    @ExceptionHandler
    ProblemDetail on(KeyReused reused) {
        return Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key came with another body before; nothing was stored.");
    }
}
