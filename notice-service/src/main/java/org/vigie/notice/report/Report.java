package org.vigie.notice.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody handed in: one sighting of one content unit at one URL.
 *
 * @param reference {@code RP-YYYY-NNNNNNNN}
 * @param origin who handed it in, as {@link Origin#text} says it
 * @param fingerprint keyed token of what was handed in
 * @param caseId the case it was applied to, absent until then
 * @param batched whether it came as a line of a batch
 */
public record Report(
        UUID reportId,
        String reference,
        String origin,
        String fingerprint,
        Submission submission,
        Instant receivedAt,
        @Nullable UUID caseId,
        boolean batched) {

    /** Whether it only tries how reporting goes: it is answered and followed, and never has a case. */
    boolean isTest() {
        return Origin.isTest(origin);
    }

    /** Whether it is still to be applied to a case. */
    public boolean isPending() {
        return caseId == null && !isTest();
    }

    ReportTurn turn() {
        return new ReportTurn(reportId, batched);
    }

    Report appliedTo(UUID applied) {
        return new Report(reportId, reference, origin, fingerprint, submission, receivedAt, applied, batched);
    }
}
