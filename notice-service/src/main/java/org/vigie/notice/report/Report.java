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
 * @param withdrawal absent while nobody took it back
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
        @Nullable Withdrawal withdrawal,
        boolean batched) {

    /** Whether it only tries how reporting goes: it is answered and followed, and never has a case. */
    boolean isTest() {
        return Origin.isTest(origin);
    }

    /** Whether it, or that it was taken back, is still to be applied to a case. */
    public boolean isPending() {
        return !isTest() && (withdrawal == null ? caseId == null : !withdrawal.settled());
    }

    /** Whether anybody still says it. */
    boolean stands() {
        return withdrawal == null;
    }

    /** Who takes one back waits behind no batch. */
    public ReportTurn turn() {
        return new ReportTurn(reportId, batched && stands());
    }

    /** The same, taken back. */
    public Report withdrawn(@Nullable Withdrawal by) {
        return new Report(reportId, reference, origin, fingerprint, submission, receivedAt, caseId, by, batched);
    }

    Report appliedTo(UUID applied) {
        return new Report(
                reportId, reference, origin, fingerprint, submission, receivedAt, applied, withdrawal, batched);
    }
}
