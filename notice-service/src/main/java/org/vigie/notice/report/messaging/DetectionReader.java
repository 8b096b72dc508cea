package org.vigie.notice.report.messaging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vigie.events.intake.Detection;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.notice.report.RawReport;
import org.vigie.notice.report.RawReport.RawClassification;
import org.vigie.notice.report.RawReport.RawContent;
import org.vigie.notice.report.RawReport.RawHold;
import org.vigie.support.events.EventJson;
import org.vigie.support.seal.InboundOpener;
import org.vigie.support.seal.Keysets;
import tools.jackson.core.JacksonException;

/** Opens what producers sealed; only this service can. */
@Component
class DetectionReader {

    private final InboundOpener opener;

    DetectionReader(Keysets keysets) {
        this.opener = keysets.inboundOpener();
    }

    /** @throws RefusedDetection if it is not sealed, or names itself otherwise than the record */
    RawReport read(Detection detection, String recordKey) {
        if (detection.sealed() == null || detection.producer() == null) {
            throw new RefusedDetection("not sealed, or without a producer");
        }
        if (!recordKey.equals(detection.detectionId())) {
            throw new RefusedDetection("the record's key is not the detection id");
        }
        return toReport(detection, open(detection, recordKey));
    }

    private Detection.Sealed open(Detection detection, String recordKey) {
        try {
            return EventJson.MAPPER.readValue(opener.open(detection.sealed(), recordKey), Detection.Sealed.class);
        } catch (JacksonException _) {
            // Its text would quote what was sealed.
            throw new RefusedDetection("what is sealed is not readable");
        }
    }

    private static RawReport toReport(Detection detection, Detection.Sealed sealed) {
        return new RawReport(
                sealed.url(),
                sealed.foundOn(),
                sealed.referrer(),
                detection.category(),
                detection.maturation(),
                detection.verification(),
                detection.verifiedAt() == null ? null : Instant.ofEpochMilli(detection.verifiedAt()),
                classification(detection.classification()),
                detection.detectionMethod(),
                content(detection.content(), sealed.hashes()),
                detection.foundOnNetwork(),
                detection.partnerReference(),
                holds(detection.holds()),
                null);
    }

    private static @Nullable RawClassification classification(Detection.@Nullable Assessment said) {
        return said == null
                ? null
                : new RawClassification(said.scheme(), said.label(), said.act(), said.organisation(), said.assessors());
    }

    private static RawContent content(Detection.@Nullable Content seen, Detection.@Nullable Hashes hashes) {
        return new RawContent(
                seen == null ? null : seen.kind(),
                hashes == null
                        ? null
                        : new Hashes(hashes.sha256(), hashes.sha1(), hashes.md5(), hashes.photodna(), hashes.pdq()),
                seen == null ? null : seen.containedVerified(),
                seen == null ? null : seen.containedApparent());
    }

    private static List<RawHold> holds(List<Detection.Hold> holds) {
        return holds.stream()
                .map(hold -> new RawHold(
                        hold.owner(), hold.reason(), Instant.ofEpochMilli(hold.expiresAt()), hold.probingAllowed()))
                .toList();
    }
}
