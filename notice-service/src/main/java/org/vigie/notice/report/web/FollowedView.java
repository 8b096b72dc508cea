package org.vigie.notice.report.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.report.FollowReport.Told;
import org.vigie.notice.report.Followed;
import org.vigie.support.access.Caller;

/**
 * A report, and what may be passed on of it.
 *
 * @param caseId absent for partners, and until the report was applied
 * @param downSince absent unless it is down
 * @param correctedAt absent until it was corrected
 * @param contact absent if the installation has no such page
 */
record FollowedView(
        UUID reportId,
        String reference,
        Instant receivedAt,
        @Nullable UUID caseId,
        @Nullable String partnerReference,
        Followed.Step step,
        String explanation,
        @Nullable Instant downSince,
        @Nullable Instant correctedAt,
        @Nullable String contact) {

    static FollowedView of(Told told, Caller caller, @Nullable String contact) {
        var report = ReportView.of(told.report(), caller);
        var followed = told.followed();
        return new FollowedView(
                report.reportId(),
                report.reference(),
                report.receivedAt(),
                report.caseId(),
                report.partnerReference(),
                followed.step(),
                followed.step().words(),
                followed.downSince(),
                told.report().correctedAt(),
                contact);
    }
}
