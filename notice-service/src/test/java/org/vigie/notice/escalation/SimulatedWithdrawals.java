package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.notice.removal.CaseEvent;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.CaseStage.Retracted;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.report.CorrectReport;
import org.vigie.notice.report.CorrectionRequest;
import org.vigie.notice.report.Origin;
import org.vigie.notice.report.Report;
import org.vigie.notice.report.ReportRequest.AssessmentRequest;
import org.vigie.notice.report.Reports;
import org.vigie.notice.report.Scope;
import org.vigie.notice.report.WithdrawReport;
import org.vigie.notice.report.WithdrawalReason;

/** Whoever reported takes that back or corrects it, and what holds then. */
final class SimulatedWithdrawals {

    private static final int MOST = 1000;

    private final Random random;
    private final Reports reports;
    private final Cases cases;
    private final WithdrawReport withdraw;
    private final CorrectReport correct;

    SimulatedWithdrawals(Random random, InMemoryService service) {
        this.random = random;
        this.reports = service.get(Reports.class);
        this.cases = service.get(Cases.class);
        this.withdraw = service.get(WithdrawReport.class);
        this.correct = service.get(CorrectReport.class);
    }

    /** Any report that stands is taken back, or corrected once; of two requests for one at once, both say the same. */
    void any() {
        var standing = reports.page(Scope.EVERYBODYS, null, null, null, MOST).stream()
                .filter(report -> report.withdrawal() == null)
                .toList();
        if (!standing.isEmpty()) {
            var one = standing.get(random.nextInt(standing.size()));
            if (one.corrections().made().isEmpty() && one.reportId().hashCode() % 2 == 0) {
                correct.correct(new Origin(one.origin(), one.origin()), one.reportId(), "simulated", otherwise(one));
                return;
            }
            var reasons = WithdrawalReason.values();
            withdraw.withdraw(
                    new Origin(one.origin(), one.origin()),
                    one.reportId(),
                    "simulated",
                    reasons[Math.floorMod(one.reportId().hashCode(), reasons.length)]);
        }
    }

    /** What was suspected is verified, and the other way round. */
    private static CorrectionRequest otherwise(Report report) {
        var isSuspect = report.submission().verification() != Verification.VERIFIED;
        return new CorrectionRequest(
                report.submission().category(),
                null,
                isSuspect ? Verification.VERIFIED : Verification.SUSPECT,
                null,
                isSuspect ? new AssessmentRequest("interpol", "baseline", null, "Example Hotline", 1) : null,
                DetectionMethod.MANUAL_REVIEW,
                null);
    }

    /** A notice of the case leaves: an assessor stands behind it, or a report of it that nobody took back. */
    void mayLeave(UUID caseId) {
        var known = cases.find(caseId).orElseThrow();
        var isDecided = known.evidence().verified().stream()
                .anyMatch(unit -> unit.standing().decidedBy() != null);
        if (!isDecided) {
            assertThat(of(caseId))
                    .as("nobody is told because of what was taken back alone")
                    .anyMatch(report -> !isSettled(report));
            assertThat(alike(of(caseId)))
                    .as("nobody is told because of what was corrected")
                    .anyMatch(SimulatedWithdrawals::mayVerify);
        }
    }

    /** Says now that the content is verified, or its case has not heard yet that it does not. */
    private static boolean mayVerify(Report report) {
        return report.submission().verification() == Verification.VERIFIED
                ? !isSettled(report)
                : !report.corrections().settled();
    }

    /** Those of the same content, wherever. */
    private List<Report> alike(List<Report> some) {
        return reports.page(Scope.EVERYBODYS, null, null, null, MOST).stream()
                .filter(report -> some.stream()
                        .anyMatch(one -> one.reportId().equals(report.reportId())
                                || shares(
                                        one.submission().hashes(),
                                        report.submission().hashes())))
                .toList();
    }

    private static boolean shares(Hashes one, Hashes other) {
        return (one.sha256() != null && one.sha256().equals(other.sha256()))
                || (one.sha1() != null && one.sha1().equals(other.sha1()))
                || (one.md5() != null && one.md5().equals(other.md5()));
    }

    /** A case that ended with its reports has none that stands. */
    void areKept(RemovalCase known, SimulatedPromises promises) {
        if (known.history().timeline().stream().anyMatch(event -> event.kind().what() == What.REPORT_CORRECTED)) {
            promises.saw("a case of which a report was corrected");
        }
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
