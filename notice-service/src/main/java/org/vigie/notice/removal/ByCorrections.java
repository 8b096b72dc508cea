package org.vigie.notice.removal;

import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.Verdict;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.CaseStage.Retracted;

/**
 * What reports that are corrected make of a case. A correction ends no case and takes nothing back from anybody: what
 * was told stays told, and what is not verified any more is for people. Each move returns the next case; done twice it
 * is done once.
 */
public record ByCorrections(RemovalCase known) {

    /**
     * A report of this URL says something else of its content.
     *
     * @param others what speaks for the content without this report
     */
    public RemovalCase corrected(Corrected report, Backing others) {
        if (known.history().has(report.correctionId())) {
            return known;
        }
        var event = CaseEvent.of(
                        report.at(), What.REPORT_CORRECTED, report.said().verification())
                .by(report.by(), null)
                .under(report.reference());
        var next = known.with(known.history().applying(report.correctionId()).with(event));
        var evidence = known.evidence()
                .each(unit ->
                        report.content().test(unit) && !stands(unit, others) ? restated(unit, report, others) : unit);
        if (known.stage() instanceof Retracted || evidence.equals(known.evidence())) {
            return next;
        }
        var pursuit = known.pursuit();
        return next.with(evidence.verified().isEmpty() ? pursuit.askingNothingNew() : pursuit)
                .byReports()
                .assessed(evidence, report.at());
    }

    /** What an assessor decided, or another report verifies, this one does not change. */
    private static boolean stands(ContentUnit unit, Backing others) {
        return unit.standing().decidedBy() != null || others.unitVerified();
    }

    /** Nothing that is said here makes a content legal: what is not verified any more is suspected. */
    private static ContentUnit restated(ContentUnit unit, Corrected report, Backing others) {
        var said = report.said();
        if (said.verification() == Verification.VERIFIED) {
            return unit.with(said);
        }
        var suspected = unit.suspectAnew(report.at());
        var held = suspected.standing();
        return others.unitReported() || held.verification() != Verification.SUSPECT
                ? suspected
                : suspected.with(new Verdict(
                        Verification.SUSPECT, said.category(), said.assessment(), null, held.decidedAt(), null));
    }
}
