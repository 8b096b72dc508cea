package org.vigie.notice.report.web;

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
import org.vigie.notice.removal.ContentUnit.Hashes;
import org.vigie.notice.report.RawReport;
import org.vigie.notice.report.RawReport.RawClassification;
import org.vigie.notice.report.RawReport.RawContent;
import org.vigie.notice.report.RawReport.RawHold;
import org.vigie.support.web.Given;

/** A report as partners write it. */
record ReportRequest(
        @Nullable String url,
        @Nullable Category category,
        @Nullable Maturation maturation,
        @Nullable Verification verification,
        @Nullable Instant verifiedAt,
        @Nullable ClassificationRequest classification,
        @Nullable DetectionMethod detectionMethod,
        @Nullable ContentRequest content,
        @Nullable String foundOn,
        @Nullable NetworkSeen foundOnNetwork,
        @Nullable String referrer,
        @Nullable String partnerReference,
        @Nullable List<@Nullable HoldRequest> holds) {

    record ClassificationRequest(
            @Nullable String scheme,
            @Nullable String label,
            @Nullable Act act,
            @Nullable String organisation,
            @Nullable Integer assessors) {}

    record ContentRequest(
            @Nullable ContentKind kind,
            @Nullable HashesRequest hashes,
            @Nullable Integer containedVerified,
            @Nullable Integer containedApparent) {}

    record HashesRequest(
            @Nullable String sha256,
            @Nullable String sha1,
            @Nullable String md5,
            @Nullable String photodna,
            @Nullable String pdq) {}

    record HoldRequest(
            @Nullable String owner,
            @Nullable String reason,
            @Nullable Instant expiresAt,
            @Nullable Boolean probingAllowed) {}

    RawReport toRaw() {
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
                        : holds.stream().map(ReportRequest::rawHold).toList());
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

    private static RawHold rawHold(@Nullable HoldRequest given) {
        var hold = Given.required(given, "/holds");
        return new RawHold(hold.owner(), hold.reason(), hold.expiresAt(), hold.probingAllowed());
    }
}
