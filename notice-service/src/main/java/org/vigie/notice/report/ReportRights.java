package org.vigie.notice.report;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Verification;

/**
 * Who may say of a content more than that it is suspected: what nobody with the right assessed is never notified.
 *
 * @param assessors origins of reports, as {@link Origin#text} says them; absent if all may
 */
public record ReportRights(@Nullable Set<String> assessors) {

    public static final ReportRights ALL = new ReportRights(null);

    public ReportRights {
        assessors = assessors == null ? null : Set.copyOf(assessors);
    }

    /** The report as it counts, handed in by the origin. */
    Submission granted(String origin, Submission said) {
        return assessors == null || assessors.contains(origin) || said.verification() == Verification.SUSPECT
                ? said
                : said.suspectedOnly();
    }
}
