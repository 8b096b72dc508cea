package org.vigie.notice.report.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.report.Report;
import org.vigie.support.access.Caller;
import org.vigie.support.access.Partner;

/**
 * A report.
 *
 * @param caseId absent for partners, and until the report was applied
 */
record ReportView(
        UUID reportId,
        String reference,
        Instant receivedAt,
        @Nullable UUID caseId,
        @Nullable String partnerReference) {
    static ReportView of(Report report, Caller caller) {
        return new ReportView(
                report.reportId(),
                report.reference(),
                report.receivedAt(),
                caller instanceof Partner ? null : report.caseId(),
                report.submission().partnerReference());
    }
}
