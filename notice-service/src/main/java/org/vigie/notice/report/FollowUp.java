package org.vigie.notice.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.report.Followed.Step;

/**
 * How far a partner was told of a report.
 *
 * @param told the last step that was noted, {@link Step#RECEIVED} at first
 * @param edition how many of its corrections were noted, or passed over by a later one
 * @param changes how many were noted
 * @param marks how often it was to be looked at again
 */
public record FollowUp(Report report, Step told, int edition, long changes, long marks) {

    /** Whether nothing is to be noted; whoever took a report back is told of no correction any more. */
    boolean isTold(Followed followed) {
        return told == followed.step()
                && (edition == report.corrections().made().size() || !report.stands());
    }

    /** What was not noted yet, a step before a correction; the same one again has the same id. */
    ReportChange next(Followed followed, Instant now) {
        return new ReportChange(
                NameBasedIds.of("change", report.reportId(), changes + 1),
                report.origin(),
                0,
                report.reportId(),
                report.submission().partnerReference(),
                followed.step(),
                followed.downSince(),
                told == followed.step() ? report.edition() : null,
                now);
    }

    FollowUp told(ReportChange stored) {
        var corrected = stored.edition();
        return new FollowUp(
                report, stored.step(), corrected == null ? edition : corrected.number(), changes + 1, marks);
    }

    /** When it is to be looked at again whatever happens; absent if only a change of its case matters. */
    @Nullable
    Instant again(Instant now) {
        if (!report.stands()) {
            return null;
        }
        var heard = Followed.heardFrom(report);
        if (now.isBefore(heard)) {
            return heard;
        }
        if (report.isTest()) {
            var down = Followed.testDown(report);
            return now.isBefore(down) ? down : null;
        }
        return report.caseId() == null ? now.plus(Followed.UNTIL_APPLIED) : null;
    }

    UUID reportId() {
        return report.reportId();
    }
}
