package org.vigie.notice.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.report.ReportChange.Edition;

/**
 * What somebody handed in: one sighting of one content unit at one URL.
 *
 * @param reference {@code RP-YYYY-NNNNNNNN}
 * @param origin who handed it in, as {@link Origin#text} says it
 * @param fingerprint keyed token of what was handed in
 * @param caseId the case it was applied to, absent until then
 * @param submission what it says now
 * @param corrections of what it said first
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
        Corrections corrections,
        @Nullable Withdrawal withdrawal,
        boolean batched) {

    /** Whether it only tries how reporting goes: it is answered and followed, and never has a case. */
    boolean isTest() {
        return Origin.isTest(origin);
    }

    /** Whether what was reported is forgotten, and with it where it was. */
    public boolean wasErased() {
        return submission.place().wasErased();
    }

    /** Whether it, or that it was corrected or taken back, is still to be applied to a case. */
    public boolean isPending() {
        return !isTest() && (withdrawal == null ? caseId == null || !corrections.settled() : !withdrawal.settled());
    }

    /** Absent until it was corrected. */
    public @Nullable Instant correctedAt() {
        return corrections.last().map(Correction::at).orElse(null);
    }

    /** Absent until it was corrected. */
    @Nullable
    Edition edition() {
        return corrections
                .last()
                .map(last -> new Edition(corrections.made().size(), last.at()))
                .orElse(null);
    }

    /** Whether anybody still says it. */
    boolean stands() {
        return withdrawal == null;
    }

    /** Who takes one back or corrects it waits behind no batch. */
    public ReportTurn turn() {
        return new ReportTurn(reportId, batched && stands() && corrections.settled());
    }

    /** The same, taken back. */
    public Report withdrawn(@Nullable Withdrawal by) {
        return with(caseId, corrections, by);
    }

    /** The same, saying something else. */
    public Report corrected(Submission said, Corrections by) {
        return new Report(reportId, reference, origin, fingerprint, said, receivedAt, caseId, by, withdrawal, batched);
    }

    private Report with(@Nullable UUID applied, Corrections made, @Nullable Withdrawal by) {
        return new Report(reportId, reference, origin, fingerprint, submission, receivedAt, applied, made, by, batched);
    }

    Report appliedTo(UUID applied) {
        return with(applied, corrections, withdrawal);
    }
}
