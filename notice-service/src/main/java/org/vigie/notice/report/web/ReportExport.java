package org.vigie.notice.report.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.notice.report.ListReports;
import org.vigie.notice.report.ListReports.Cursor;
import org.vigie.notice.report.ListReports.WantedReports;
import org.vigie.notice.report.Scope;
import org.vigie.support.SpreadsheetText;
import org.vigie.support.access.Caller;
import org.vigie.support.web.ParameterRefused;

/** All reports of a list in one file, a line each; every cell quoted, see {@link SpreadsheetText}. */
@RestController
class ReportExport {

    private static final int PORTION = 500;

    private static final CSVFormat FORM = CSVFormat.RFC4180
            .builder()
            .setHeader("report_id", "reference", "received_at", "case_id", "partner_reference")
            .setQuoteMode(QuoteMode.ALL)
            .get();

    private final ListReports listReports;

    ReportExport(ListReports listReports) {
        this.listReports = listReports;
    }

    @Hidden
    @GetMapping(path = "/v1/reports", produces = "text/csv;charset=UTF-8")
    void csv(Caller caller, @ModelAttribute @Valid ReportController.Filters filters, HttpServletResponse response)
            throws IOException {
        var wanted = filters.wantedBy(caller);
        if (filters.limit() != null || filters.cursor() != null) {
            throw new ParameterRefused("query", "A file has all reports: neither limit nor cursor.");
        }
        response.setContentType("text/csv;charset=UTF-8");
        try (var table = FORM.print(response.getWriter())) {
            print(table, caller, wanted);
        }
    }

    private void print(CSVPrinter table, Caller caller, WantedReports wanted) throws IOException {
        Cursor after = null;
        do {
            var part = listReports.part(Scope.of(caller), wanted, after, PORTION);
            for (var report : part.reports()) {
                var view = ReportView.of(report, caller);
                table.printRecord(
                        view.reportId(),
                        view.reference(),
                        view.receivedAt(),
                        Objects.toString(view.caseId(), ""),
                        SpreadsheetText.guarded(Objects.requireNonNullElse(view.partnerReference(), "")));
            }
            after = part.next();
        } while (after != null);
    }
}
