package org.vigie.notice.report.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.events.intake.Detection;
import org.vigie.notice.report.ReportRequest;
import org.vigie.notice.report.ReportRequest.AssessmentRequest;
import org.vigie.notice.report.ReportRequest.ContentRequest;
import org.vigie.notice.report.ReportRequest.HashesRequest;
import org.vigie.notice.report.ReportRequest.ReportedHold;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.InboundOpener;
import org.vigie.support.seal.Keysets;
import org.vigie.support.validation.FieldRules;
import tools.jackson.core.JacksonException;

/** Opens what producers sealed; only this service can. */
@Component
class DetectionReader {

    private final InboundOpener opener;
    private final FieldRules rules;

    DetectionReader(Keysets keysets, FieldRules rules) {
        this.opener = keysets.inboundOpener();
        this.rules = rules;
    }

    /**
     * The report in it.
     *
     * @throws RefusedDetection if it is not sealed, or names itself otherwise than the record
     * @throws org.vigie.support.validation.InvalidField if a field does not hold what it must
     */
    ReportRequest read(Detection detection, String recordKey) {
        if (detection.sealed() == null || detection.producer() == null) {
            throw new RefusedDetection("not sealed, or without a producer");
        }
        if (!recordKey.equals(detection.detectionId())) {
            throw new RefusedDetection("the record's key is not the detection id");
        }
        var report = toReport(detection, open(detection, recordKey));
        rules.check(report);
        return report;
    }

    private Detection.Sealed open(Detection detection, String recordKey) {
        try {
            return EventJson.MAPPER.readValue(opener.open(detection.sealed(), recordKey), Detection.Sealed.class);
        } catch (JacksonException _) {
            // Its text would quote what was sealed.
            throw new RefusedDetection("what is sealed is not readable");
        }
    }

    private static ReportRequest toReport(Detection detection, Detection.Sealed sealed) {
        return new ReportRequest(
                sealed.url(),
                detection.category(),
                detection.maturation(),
                detection.verification(),
                detection.verifiedAt() == null ? null : Instant.ofEpochMilli(detection.verifiedAt()),
                classification(detection.classification()),
                detection.detectionMethod(),
                content(detection.content(), sealed.hashes()),
                sealed.foundOn(),
                detection.foundOnNetwork(),
                sealed.referrer(),
                detection.partnerReference(),
                holds(detection.holds()));
    }

    private static @Nullable AssessmentRequest classification(Detection.@Nullable Assessment said) {
        return said == null
                ? null
                : new AssessmentRequest(said.scheme(), said.label(), said.act(), said.organisation(), said.assessors());
    }

    private static ContentRequest content(Detection.@Nullable Content seen, Detection.@Nullable Hashes hashes) {
        return new ContentRequest(
                seen == null ? null : seen.kind(),
                hashes == null
                        ? null
                        : new HashesRequest(
                                hashes.sha256(), hashes.sha1(), hashes.md5(), hashes.photodna(), hashes.pdq()),
                seen == null ? null : seen.containedVerified(),
                seen == null ? null : seen.containedApparent());
    }

    private static List<ReportedHold> holds(List<Detection.Hold> holds) {
        return holds.stream()
                .map(hold -> new ReportedHold(
                        hold.owner(), hold.reason(), Instant.ofEpochMilli(hold.expiresAt()), hold.probingAllowed()))
                .toList();
    }
}
