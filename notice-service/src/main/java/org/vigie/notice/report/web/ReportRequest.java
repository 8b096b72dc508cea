package org.vigie.notice.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Maturation;
import org.vigie.events.NetworkSeen;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.notice.report.RawReport;
import org.vigie.notice.report.RawReport.RawClassification;
import org.vigie.notice.report.RawReport.RawContent;
import org.vigie.notice.report.RawReport.RawHold;
import org.vigie.support.web.Given;
import org.vigie.support.web.Required;

/** A report as partners write it. */
record ReportRequest(
        @Required @Nullable String url,
        @Required @Nullable Category category,
        @Nullable Maturation maturation,
        @Required @Nullable Verification verification,
        @Nullable Instant verifiedAt,
        @Nullable AssessmentRequest classification,
        @Nullable DetectionMethod detectionMethod,
        @Nullable ContentRequest content,
        @Nullable String foundOn,
        @Nullable NetworkSeen foundOnNetwork,
        @Nullable String referrer,
        @Nullable String partnerReference,
        @Nullable List<@Nullable ReportedHold> holds) {

    record AssessmentRequest(
            @Nullable String scheme,
            @Nullable String label,
            @Nullable Act act,
            @Required @Nullable String organisation,
            @Schema(minimum = "0") @Nullable Integer assessors) {}

    record ContentRequest(
            @Nullable ContentKind kind,
            @Nullable HashesRequest hashes,
            @Schema(minimum = "0") @Nullable Integer containedVerified,
            @Schema(minimum = "0") @Nullable Integer containedApparent) {}

    record HashesRequest(
            @Nullable String sha256,
            @Nullable String sha1,
            @Nullable String md5,
            @Nullable String photodna,
            @Nullable String pdq) {}

    record ReportedHold(
            @Required @Nullable String owner,
            @Required @Nullable String reason,
            @Required @Nullable Instant expiresAt,
            @Nullable Boolean probingAllowed) {}

    /** @param filedBy absent if nobody is named */
    RawReport toRaw(@Nullable String filedBy) {
        return new RawReport(
                url,
                foundOn,
                referrer,
                category,
                maturation,
                verification,
                verifiedAt,
                classification == null
                        ? null
                        : new RawClassification(
                                classification.scheme(),
                                classification.label(),
                                classification.act(),
                                classification.organisation(),
                                classification.assessors()),
                detectionMethod,
                rawContent(),
                foundOnNetwork,
                partnerReference,
                holds == null
                        ? List.of()
                        : holds.stream().map(ReportRequest::rawHold).toList(),
                filedBy);
    }

    private @Nullable RawContent rawContent() {
        if (content == null) {
            return null;
        }
        var given = content.hashes();
        var hashes = given == null
                ? null
                : new Hashes(given.sha256(), given.sha1(), given.md5(), given.photodna(), given.pdq());
        return new RawContent(content.kind(), hashes, content.containedVerified(), content.containedApparent());
    }

    private static RawHold rawHold(@Nullable ReportedHold given) {
        var hold = Given.required(given, "/holds");
        return new RawHold(hold.owner(), hold.reason(), hold.expiresAt(), hold.probingAllowed());
    }
}
