package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.vigie.notice.removal.CaseEvent;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.Report;
import org.vigie.notice.report.Reports;
import org.vigie.notice.report.Scope;
import org.vigie.notice.report.WithdrawReport;
import org.vigie.notice.report.WithdrawalReason;

/** Whoever reported takes that back, and what holds then. */
final class SimulatedWithdrawals {

    private static final int MOST = 1000;

    private final Random random;
    private final Reports reports;
    private final Cases cases;
    private final WithdrawReport withdraw;

    SimulatedWithdrawals(Random random, InMemoryService service) {
        this.random = random;
        this.reports = service.get(Reports.class);
        this.cases = service.get(Cases.class);
        this.withdraw = service.get(WithdrawReport.class);
    }

    /** Any report that stands is taken back; of two requests for one at once, both say the same. */
    void any() {
        var standing = reports.page(Scope.EVERYBODYS, null, null, null, MOST).stream()
                .filter(report -> report.withdrawal() == null)
                .toList();
        if (!standing.isEmpty()) {
            var one = standing.get(random.nextInt(standing.size()));
            var reasons = WithdrawalReason.values();
            withdraw.withdraw(
                    new Origin(one.origin(), one.origin()),
                    one.reportId(),
                    "simulated",
                    reasons[Math.floorMod(one.reportId().hashCode(), reasons.length)]);
        }
    }

    /** A notice of the case leaves: an assessor stands behind it, or a report that nobody took back. */
    void mayLeave(UUID caseId) {
        var known = cases.find(caseId).orElseThrow();
        var isDecided = known.evidence().verified().stream()
                .anyMatch(unit -> unit.standing().decidedBy() != null);
        if (!isDecided) {
            assertThat(of(caseId))
                    .as("nobody is told because of what was taken back alone")
                    .anyMatch(report -> !isSettled(report));
        }
    }

    /** A case that ended with its reports has none that stands. */
    void areKept(RemovalCase known, SimulatedPromises promises) {
        var last = known.history().timeline().stream()
                .map(event -> event.kind().what())
                .filter(what -> what == What.RETRACTED || what == What.WITHDRAWN)
                .reduce((_, later) -> later);
        if (known.stage() instanceof Retracted
                && last.filter(What.WITHDRAWN::equals).isPresent()) {
            promises.saw("a case that ended with its reports");
            assertThat(of(known.caseId()))
                    .as("a case that others reported goes on")
                    .allMatch(report -> report.withdrawal() != null);
        } else if (known.history().timeline().stream().map(CaseEvent::kind).anyMatch(SimulatedWithdrawals::isOne)) {
            promises.saw("a case that goes on without a report");
        }
    }

    private static boolean isOne(CaseEvent.Kind kind) {
        return kind.what() == What.REPORT_WITHDRAWN;
    }

    private List<Report> of(UUID caseId) {
        return reports.of(Scope.EVERYBODYS, caseId, null, MOST);
    }

    private static boolean isSettled(Report report) {
        return report.withdrawal() != null
                && Objects.requireNonNull(report.withdrawal()).settled();
    }
}
