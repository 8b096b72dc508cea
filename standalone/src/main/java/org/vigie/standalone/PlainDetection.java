package org.vigie.standalone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Maturation;
import org.vigie.events.NetworkSeen;
import org.vigie.events.Verification;
import org.vigie.events.intake.Detection;
import org.vigie.events.intake.Detection.Assessment;
import org.vigie.events.intake.Detection.Content;
import org.vigie.events.intake.Detection.Hold;
import org.vigie.events.intake.Detection.Sealed;
import org.vigie.notice.report.ReportRequest;
import org.vigie.notice.report.ReportRequest.AssessmentRequest;
import org.vigie.notice.report.ReportRequest.ContentRequest;
import org.vigie.notice.report.ReportRequest.HashesRequest;
import org.vigie.notice.report.ReportRequest.ReportedHold;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.InboundSeal;

/** A detection as a producer writes it down: a report's fields, and whose it is. */
record PlainDetection(
        @Nullable String producer,
        @Nullable String detectionId,
        @Nullable String url,
        @Nullable Category category,
        @Nullable Maturation maturation,
        @Nullable Verification verification,
        @Nullable Instant verifiedAt,
        @Nullable AssessmentRequest classification,
        @Nullable DetectionMethod detectionMethod,
        @Nullable ContentRequest content,
        @Nullable String foundOn,
        @Nullable NetworkSeen foundOnNetwork,
        @Nullable String referrer,
        @Nullable String partnerReference,
        @Nullable List<ReportedHold> holds) {

    /** The fields that are always needed and are not there. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        require("producer", isGiven(producer), missing);
        require("detection_id", isGiven(detectionId), missing);
        require("url", isGiven(url), missing);
        require("category", category != null, missing);
        require("verification", verification != null, missing);
        return missing;
    }

    private static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static void require(String field, boolean there, List<String> missing) {
        if (!there) {
            missing.add(field);
        }
    }

    /** The same as a report, if nothing is {@link #missing}. */
    ReportRequest report() {
        return new ReportRequest(
                Objects.requireNonNull(url),
                Objects.requireNonNull(category),
                maturation,
                Objects.requireNonNull(verification),
                verifiedAt,
                classification,
                detectionMethod,
                content,
                foundOn,
                foundOnNetwork,
                referrer,
                partnerReference,
                holds);
    }

    /**
     * The record's value.
     *
     * @param seal makes a secret unreadable to all but notice-service
     */
    Detection sealed(InboundSeal seal) {
        var id = Objects.requireNonNull(detectionId);
        var secret = new Sealed(
                Objects.requireNonNull(url), foundOn, referrer, content == null ? null : hashes(content.hashes()));
        return new Detection(
                Objects.requireNonNull(producer),
                id,
                seal.seal(EventJson.MAPPER.writeValueAsString(secret), id),
                Objects.requireNonNull(category),
                maturation,
                Objects.requireNonNull(verification),
                verifiedAt == null ? null : verifiedAt.toEpochMilli(),
                classification == null ? null : assessment(classification),
                detectionMethod,
                content == null ? null : content(content),
                foundOnNetwork,
                partnerReference,
                holds == null
                        ? List.of()
                        : holds.stream().map(PlainDetection::hold).toList());
    }

    private static Detection.@Nullable Hashes hashes(@Nullable HashesRequest given) {
        return given == null
                ? null
                : new Detection.Hashes(given.sha256(), given.sha1(), given.md5(), given.photodna(), given.pdq());
    }

    private static Assessment assessment(AssessmentRequest said) {
        return new Assessment(
                said.scheme(),
                said.label(),
                said.act(),
                said.organisation(),
                said.assessors() == null ? 0 : said.assessors());
    }

    private static Content content(ContentRequest seen) {
        return new Content(
                Objects.requireNonNullElse(seen.kind(), ContentKind.MEDIA),
                seen.containedVerified(),
                seen.containedApparent());
    }

    private static Hold hold(ReportedHold wish) {
        return new Hold(
                wish.owner(),
                wish.reason(),
                wish.expiresAt().toEpochMilli(),
                Boolean.TRUE.equals(wish.probingAllowed()));
    }
}
