package org.vigie.notice.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.notice.report.ReportRequest.AssessmentRequest;
import org.vigie.support.validation.Text;

/** What a report says of the content, all of it: what is left out is not said any more. */
public record CorrectionRequest(
        @NotNull Category category,
        @Nullable Maturation maturation,
        @NotNull Verification verification,
        @Nullable Instant verifiedAt,
        @Valid @Nullable AssessmentRequest classification,
        @Nullable DetectionMethod detectionMethod,
        @Text @Nullable String partnerReference) {

    /** As if it was handed in like that. */
    ReportRequest of(String url) {
        return new ReportRequest(
                url,
                category,
                maturation,
                verification,
                verifiedAt,
                classification,
                detectionMethod,
                null,
                null,
                null,
                null,
                partnerReference,
                null);
    }

    @Override
    public String toString() {
        return "CorrectionRequest";
    }
}
