package org.vigie.notice.iccam;

import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.notice.report.ReportRequest;
import org.vigie.notice.report.ReportRequest.AssessmentRequest;

/** An item as a report of the partner {@code iccam}. What has no place in a report is left where it is. */
final class AsReport {

    /** The assessor's scheme. */
    static final String SCHEME = "iccam";

    /** Which of the network's hotlines assessed it is not told. */
    private static final String ORGANISATION = "INHOPE (ICCAM)";

    private AsReport() {}

    /** The caller's own name for the report of an item: the same item is one report however often it comes. */
    static String key(Content content) {
        return "%d/%d".formatted(content.reportId(), content.contentId());
    }

    /**
     * The report.
     *
     * @param source the page it was seen on, absent if it is that page or ICCAM does not say
     * @param referrer absent if ICCAM has none
     */
    static ReportRequest of(Content content, @Nullable String source, @Nullable String referrer) {
        var classified = content.classified();
        var verification = classified == null ? Verification.SUSPECT : classified.verification();
        return new ReportRequest(
                content.url(),
                Category.CSAM,
                content.age() == null ? Maturation.UNDETERMINED : content.age().maturation(),
                verification,
                null,
                classified == null ? null : new AssessmentRequest(SCHEME, classified.label(), null, ORGANISATION, null),
                classified == null ? null : DetectionMethod.MANUAL_REVIEW,
                null,
                source,
                null,
                referrer,
                key(content),
                null);
    }
}
