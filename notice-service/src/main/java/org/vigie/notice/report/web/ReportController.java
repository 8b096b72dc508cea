package org.vigie.notice.report.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.report.FileReport;
import org.vigie.notice.report.Report;
import org.vigie.notice.report.Reports;
import org.vigie.support.web.Given;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Refuses;

/** Reports over HTTP. */
@RestController
@RequestMapping("/v1/reports")
class ReportController {

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
    @Refuses("422 idempotency-key-reused")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted file(@RequestHeader("Idempotency-Key") String key, @RequestBody ReportRequest request) {
        var report = fileReport.file(ORIGIN, Given.header(key, "Idempotency-Key"), request.toRaw());
        return new Accepted(report.reportId(), report.reference());
    }

    @GetMapping("/{id}")
    @Refuses("404 not-found")
    ReportView one(@PathVariable UUID id) {
        return reports.find(id).map(ReportView::of).orElseThrow(() -> new NotFound("report"));
    }
}
