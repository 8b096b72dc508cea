package org.vigie.notice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.vigie.events.Category;
import org.vigie.events.Verification;
import org.vigie.notice.report.ReportRequest.ReportedHold;
import org.vigie.support.access.Partner;

/** What every {@link Reports} promises. */
public interface ReportsContract {

    Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    Reports reports();

    @Test
    default void returnsWhatItStored() {
        var report = aReport();

        assertThat(reports().add(List.of(report))).containsExactly(report);

        assertThat(reports().find(Scope.EVERYBODYS, report.reportId())).contains(report);
        assertThat(reports().findByReference(Scope.EVERYBODYS, report.reference()))
                .contains(report);
    }

    @Test
    default void addsAReportOnce() {
        var report = aReport();
        var known = aReport();
        reports().add(List.of(known));

        assertThat(reports().add(List.of(known, report))).containsExactly(report);
        assertThat(reports().add(List.of(known, report))).isEmpty();

        assertThat(reports().find(List.of(report.reportId(), UUID.randomUUID(), known.reportId())))
                .containsExactlyInAnyOrder(report, known);
    }

    @Test
    default void isPendingUntilItWasApplied() {
        var report = aReport();
        var caseId = UUID.randomUUID();
        reports().add(List.of(report));
        assertThat(reports().pending()).contains(report.turn());

        reports().applied(report, caseId);

        assertThat(reports().pending()).doesNotContain(report.turn());
        assertThat(reports()
                        .find(Scope.EVERYBODYS, report.reportId())
                        .orElseThrow()
                        .caseId())
                .isEqualTo(caseId);
    }

    @Test
    default void findsThoseOfOneUrlThatWaitTogether() {
        var url = "http://%s.test/".formatted(UUID.randomUUID());
        var first = aReport(url, NOW);
        var second = aReport(url, NOW.plusSeconds(1));
        var applied = aReport(url, NOW.plusSeconds(2));
        reports().add(List.of(second, first, applied, aReport()));
        reports().applied(applied, UUID.randomUUID());

        assertThat(reports().pendingWith(second, 10)).containsExactly(first, second);
        assertThat(reports().pendingWith(second, 1)).containsExactly(first);
    }

    @Test
    default void linesOfBatchesWaitBehindWhatCameAlone() {
        var line = batched(aReport());
        var alone = aReport();
        reports().add(List.of(line, alone));

        assertThat(reports().find(Scope.EVERYBODYS, line.reportId())).contains(line);
        assertThat(reports().pending()).containsSubsequence(alone.turn(), line.turn());
    }

    @Test
    default void whatIsTakenBackWaitsForItsCaseToHearOnce() {
        var report = aReport();
        var caseId = UUID.randomUUID();
        reports().add(List.of(report));
        reports().applied(report, caseId);
        var withdrawal = new Withdrawal(UUID.randomUUID(), WithdrawalReason.MISTAKE, NOW, false);

        assertThat(reports().withdraw(report, withdrawal)).isTrue();
        assertThat(reports().withdraw(report, new Withdrawal(UUID.randomUUID(), WithdrawalReason.OTHER, NOW, false)))
                .isFalse();

        var withdrawn = report.appliedTo(caseId).withdrawn(withdrawal);
        assertThat(reports().find(Scope.EVERYBODYS, report.reportId())).contains(withdrawn);
        assertThat(reports().pending()).contains(report.turn());
        assertThat(reports().pendingWith(report, 10)).containsExactly(withdrawn);

        reports().settled(reports().find(Scope.EVERYBODYS, report.reportId()).orElseThrow());

        assertThat(reports().pending()).doesNotContain(report.turn());
    }

    @Test
    default void whatIsTakenBackWhileItIsAppliedWaitsForItsCase() {
        var report = aReport();
        reports().add(List.of(report));
        reports().withdraw(report, new Withdrawal(UUID.randomUUID(), WithdrawalReason.MISTAKE, NOW, false));
        reports().settled(reports().find(Scope.EVERYBODYS, report.reportId()).orElseThrow());

        reports().applied(report, UUID.randomUUID());

        assertThat(reports().pending()).contains(report.turn());
    }

    @Test
    default void whatIsCorrectedWaitsForItsCaseToHear() {
        var report = aReport();
        var caseId = UUID.randomUUID();
        reports().add(List.of(report));
        reports().applied(report, caseId);
        var corrected = corrected(report.appliedTo(caseId));

        assertThat(reports().correct(corrected)).isTrue();
        assertThat(reports().correct(corrected)).as("the same once more").isFalse();

        assertThat(reports().find(Scope.EVERYBODYS, report.reportId())).contains(corrected);
        assertThat(reports().pending()).contains(report.turn());
        reports().settled(report);
        assertThat(reports().pending()).as("another was heard of").contains(report.turn());
        reports().settled(corrected);
        assertThat(reports().pending()).doesNotContain(report.turn());
        assertThat(reports().page(Scope.EVERYBODYS, corrected.submission().partnerReference(), null, null, 10))
                .extracting(Report::reportId)
                .containsExactly(report.reportId());
    }

    @Test
    default void whatIsCorrectedWhileItIsAppliedWaitsForItsCase() {
        var report = aReport();
        reports().add(List.of(report));
        reports().correct(corrected(report));

        reports().applied(report, UUID.randomUUID());

        assertThat(reports().pending()).contains(report.turn());
    }

    @Test
    default void whatIsTakenBackIsNotCorrected() {
        var report = aReport();
        reports().add(List.of(report));
        reports().withdraw(report, new Withdrawal(UUID.randomUUID(), WithdrawalReason.MISTAKE, NOW, false));

        assertThat(reports().correct(corrected(report))).isFalse();
    }

    private static Report corrected(Report report) {
        var request = new ReportRequest(
                report.submission().place().url(),
                Category.CSAM,
                null,
                Verification.SUSPECT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "corrected " + UUID.randomUUID(),
                null);
        var correction = new Correction(UUID.randomUUID(), "another", NOW, false);
        return report.corrected(
                report.submission().sayingAs(ReadReport.read(request, null, NOW)),
                report.corrections().with(correction, false));
    }

    @Test
    default void aTestIsNeverApplied() {
        var test = aReportOf(new Partner("mine", true));
        reports().add(List.of(test));

        assertThat(reports().pending()).doesNotContain(test.turn());
        assertThat(reports().pendingWith(test, 10)).isEmpty();
        assertThat(reports().find(Scope.of(new Partner("mine", true)), test.reportId()))
                .isPresent();
        assertThat(reports().find(Scope.of(new Partner("mine")), test.reportId()))
                .isEmpty();
    }

    @Test
    default void whatIsOutsideTheScopeDoesNotExist() {
        var mine = aReportOf(new Partner("mine"));
        var other = aReportOf(new Partner("other"));
        var scope = Scope.of(new Partner("mine"));
        var caseId = UUID.randomUUID();
        List.of(mine, other).forEach(report -> {
            reports().add(List.of(report));
            reports().applied(report, caseId);
        });

        assertThat(reports().find(scope, mine.reportId())).isPresent();
        assertThat(reports().find(scope, other.reportId())).isEmpty();
        assertThat(reports().findByReference(scope, mine.reference())).isPresent();
        assertThat(reports().findByReference(scope, other.reference())).isEmpty();
        assertThat(reports().of(scope, caseId, null, 10)).containsExactly(mine.appliedTo(caseId));
        assertThat(reports().page(scope, "partner-1", NOW, null, 1000))
                .contains(mine.appliedTo(caseId))
                .doesNotContain(other.appliedTo(caseId));
    }

    static Report aReport() {
        return aReport("http://%s.test/".formatted(UUID.randomUUID()), NOW);
    }

    private static Report aReportOf(Partner partner) {
        var report = aReport();
        return new Report(
                report.reportId(),
                report.reference(),
                Origin.of(partner).text(),
                report.fingerprint(),
                report.submission(),
                report.receivedAt(),
                null,
                Corrections.NONE,
                null,
                false);
    }

    private static Report batched(Report report) {
        return new Report(
                report.reportId(),
                report.reference(),
                report.origin(),
                report.fingerprint(),
                report.submission(),
                report.receivedAt(),
                null,
                Corrections.NONE,
                null,
                true);
    }

    /** Of a suspect on a hold. */
    private static Report aReport(String url, Instant receivedAt) {
        var number = ThreadLocalRandom.current().nextInt(50_000_000, 99_999_999);
        var request = new ReportRequest(
                url,
                Category.CSAM,
                null,
                Verification.SUSPECT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "partner-1",
                List.of(new ReportedHold("police", "investigation", NOW.plusSeconds(60), true)));
        return new Report(
                UUID.randomUUID(),
                "RP-2026-%08d".formatted(number),
                "operator",
                "fingerprint",
                ReadReport.read(request, null, NOW),
                receivedAt,
                null,
                Corrections.NONE,
                null,
                false);
    }
}
