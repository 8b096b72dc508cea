package org.vigie.notice.report.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.removal.ListCases;
import org.vigie.notice.removal.ListCases.Wanted;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Shown;
import org.vigie.notice.report.FileReport;
import org.vigie.notice.report.Report;
import org.vigie.notice.report.Reports;
import org.vigie.notice.task.TaskKind;
import org.vigie.support.web.Given;
import org.vigie.support.web.NotFound;
import org.vigie.support.web.Refuses;

/** Reports over HTTP. */
@RestController
@RequestMapping("/v1/reports")
class ReportController {

    /** Until partners have identities, whoever holds the token is one. */
    private static final String ORIGIN = "operator";

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 500;

    /** Of the cases of one part of a list: a URL that was reported many times does not fill the memory. */
    private static final int MOST_OF_CASES = 10_000;

    /** @param caseId absent if the report could not be applied at once; {@code GET} tells it soon */
    record Accepted(
            UUID reportId, String reference, @Nullable UUID caseId) {}

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

    /** Which reports are listed: those that meet everything that is given. */
    record Filters(
            @Nullable Shown state,
            @Nullable Boolean stuck,
            @Nullable TaskKind task,
            @Nullable UUID provider,
            @Nullable String partner_reference,
            @Nullable Instant received_since,
            @Nullable Instant changed_since,
            @Nullable Integer limit,
            @Nullable UUID cursor) {

        /** What the case of a report must meet. */
        Wanted wanted() {
            return new Wanted(state, Boolean.TRUE.equals(stuck), task, provider, null, null, null, changed_since);
        }

        boolean isMet(Report report) {
            return (partner_reference == null
                            || partner_reference.equals(report.submission().partnerReference()))
                    && (received_since == null || !report.receivedAt().isBefore(received_since));
        }
    }

    /**
     * Part of a list.
     *
     * @param next cursor of the next part, absent at the end
     */
    record ReportList(List<ReportView> reports, @Nullable UUID next) {}

    private final FileReport fileReport;
    private final ListCases listCases;
    private final Reports reports;

    ReportController(FileReport fileReport, ListCases listCases, Reports reports) {
        this.fileReport = fileReport;
        this.listCases = listCases;
        this.reports = reports;
    }

    /** Stores the report before it answers; the same key and body again give the same answer. */
    @Operation(
            operationId = "fileReport",
            summary = "Report a URL",
            description =
                    "Stores the report before it answers and applies it to the case of its URL. The same key and body again give the same answer.")
    @PostMapping
    @Refuses("422 idempotency-key-reused")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Accepted file(@RequestHeader("Idempotency-Key") String key, @RequestBody ReportRequest request) {
        var report = fileReport.fileAndApply(ORIGIN, Given.header(key, "Idempotency-Key"), request.toRaw());
        return new Accepted(report.reportId(), report.reference(), report.caseId());
    }

    @Operation(
            operationId = "listReports",
            summary = "List reports",
            description =
                    "Reports that meet every filter given, page by page. With a filter on the case (state, stuck, task, provider, changed_since) a page holds the reports of up to limit cases.")
    @GetMapping
    ReportList list(@ModelAttribute Filters filters) {
        var limit = filters.limit() == null ? PAGE : Given.between(filters.limit(), 1, LARGEST_PAGE, "limit");
        if (filters.wanted().isAnything()) {
            var page = reports.page(filters.partner_reference(), filters.received_since(), filters.cursor(), limit);
            return new ReportList(
                    page.stream().map(ReportView::of).toList(),
                    page.size() < limit ? null : page.getLast().reportId());
        }
        var page = listCases.page(filters.wanted(), filters.cursor(), limit);
        var ids = page.cases().stream().map(RemovalCase::caseId).toList();
        return new ReportList(
                reports.of(ids, MOST_OF_CASES).stream()
                        .filter(filters::isMet)
                        .map(ReportView::of)
                        .toList(),
                page.next());
    }

    @Operation(operationId = "getReport", summary = "Get a report", description = "What became of one report.")
    @GetMapping("/{id}")
    @Refuses("404 not-found")
    ReportView one(@PathVariable UUID id) {
        return reports.find(id).map(ReportView::of).orElseThrow(() -> new NotFound("report"));
    }
}
