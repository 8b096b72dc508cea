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

/** What every {@link Reports} promises. */
public interface ReportsContract {

    Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    Reports reports();

    @Test
    default void returnsWhatItStored() {
        var report = aReport();

        assertThat(reports().add(report)).isTrue();

        assertThat(reports().find(report.reportId())).contains(report);
        assertThat(reports().findByReference(report.reference())).contains(report);
    }

    @Test
    default void addsAReportOnce() {
        var report = aReport();
        reports().add(report);

        assertThat(reports().add(report)).isFalse();
    }

    @Test
    default void isPendingUntilItWasApplied() {
        var report = aReport();
        var caseId = UUID.randomUUID();
        reports().add(report);
        assertThat(reports().pending()).contains(report.reportId());

        reports().applied(report.reportId(), caseId);

        assertThat(reports().pending()).doesNotContain(report.reportId());
        assertThat(reports().find(report.reportId()).orElseThrow().caseId()).isEqualTo(caseId);
    }

    @Test
    default void findsThoseOfOneUrlThatWaitTogether() {
        var url = "http://%s.test/".formatted(UUID.randomUUID());
        var first = aReport(url, NOW);
        var second = aReport(url, NOW.plusSeconds(1));
        var applied = aReport(url, NOW.plusSeconds(2));
        List.of(second, first, applied, aReport()).forEach(reports()::add);
        reports().applied(applied.reportId(), UUID.randomUUID());

        assertThat(reports().pendingWith(second, 10)).containsExactly(first, second);
        assertThat(reports().pendingWith(second, 1)).containsExactly(first);
    }

    static Report aReport() {
        return aReport("http://%s.test/".formatted(UUID.randomUUID()), NOW);
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
                null);
    }
}
