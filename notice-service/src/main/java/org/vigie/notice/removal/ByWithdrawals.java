package org.vigie.notice.removal;

import java.util.function.Predicate;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.removal.CaseEvent.What;

/**
 * What reports that are taken back make of a case: what only they asked for stops, and what anybody was told is for a
 * person to take back. Each move returns the next case; done twice it is done once.
 */
public record ByWithdrawals(RemovalCase known) {

    /** Whether the case took the report, as far as it remembers. */
    public boolean took(TakenBack report) {
        return known.history().has(report.reportId());
    }

    /** A report of this URL is taken back. */
    public RemovalCase withdrawn(TakenBack report, Backing others) {
        if (known.history().has(report.id())) {
            return known;
        }
        var event = CaseEvent.of(report.at(), What.REPORT_WITHDRAWN)
                .by(report.by(), report.reason())
                .under(report.reference());
        var next = known.with(known.history().applying(report.id()).with(event)).byWithdrawals();
        if (known.stage().isOver()) {
            return next.known();
        }
        return !others.caseReported()
                        && !isCarriedByAnAssessor()
                        && known.pursuit().hasToldNobody()
                ? next.ended(report)
                : next.lacking(report, unit -> report.content().test(unit) && !stands(unit, others));
    }

    /** A report of another URL is taken back, and nobody else's says that the content is verified. */
    public RemovalCase withdrawnElsewhere(TakenBack report) {
        return known.history().has(report.id())
                ? known
                : known.with(known.history().applying(report.id()))
                        .byWithdrawals()
                        .lacking(report, unit -> report.content().test(unit) && !isDecided(unit));
    }

    /** Nobody was told, and nobody says any more that there is anything. */
    private RemovalCase ended(TakenBack report) {
        var at = report.at();
        return known.with(known.pursuit().retracted(at))
                .with(known.steering().retracted())
                .with(known.outcome().retracted(at))
                .told(CaseEvent.of(at, What.WITHDRAWN))
                .due(at);
    }

    /** Nothing more is sent about a unit that nobody stands by, until somebody classifies it. */
    private RemovalCase lacking(TakenBack report, Predicate<ContentUnit> unsupported) {
        var next = known.evidence().suspectAnew(unsupported, report.at());
        if (next.equals(known.evidence())) {
            return known;
        }
        var pursuit = known.pursuit();
        return known.with(next.verified().isEmpty() ? pursuit.askingNothingNew() : pursuit)
                .byReports()
                .assessed(next, report.at());
    }

    /** An assessor who saw it here stands by it, or reports do: one that it is here, and any that it is illegal. */
    private boolean stands(ContentUnit unit, Backing others) {
        return isClassifiedHere(unit) || (others.unitReported() && (others.unitVerified() || isDecided(unit)));
    }

    private boolean isCarriedByAnAssessor() {
        return known.evidence().verified().stream().anyMatch(this::isClassifiedHere);
    }

    private boolean isClassifiedHere(ContentUnit unit) {
        return isDecided(unit)
                && known.history().timeline().stream()
                        .filter(event -> event.kind().what() == What.CLASSIFIED)
                        .anyMatch(event -> event.contentId() == null || unit.isCalled(event.contentId()));
    }

    private static boolean isDecided(ContentUnit unit) {
        return unit.standing().decidedBy() != null;
    }
}
