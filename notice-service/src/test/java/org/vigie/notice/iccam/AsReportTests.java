package org.vigie.notice.iccam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.notice.report.ReadReport;

/** An item is a report that is taken. */
class AsReportTests {

    private static final String URL = "https://item.test/a.jpg";
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void whatIsIllegalEverywhereIsVerified() {
        var report = AsReport.of(content(Classified.BASELINE, AgeGroup.INFANT), "https://page.test/", null);

        assertThat(report.verification()).isEqualTo(Verification.VERIFIED);
        assertThat(report.maturation()).isEqualTo(Maturation.PREPUBESCENT);
        assertThat(report.foundOn()).isEqualTo("https://page.test/");
        assertThat(report.partnerReference()).isEqualTo("4711/815");
        ReadReport.check(report, NOW);
    }

    /** Nobody is notified of it until somebody here has seen it. */
    @Test
    void whatIsIllegalSomewhereOrWasNotAssessedIsSuspected() {
        assertThat(AsReport.of(content(Classified.NATIONAL, AgeGroup.PUBESCENT), null, null)
                        .verification())
                .isEqualTo(Verification.SUSPECT);
        assertThat(AsReport.of(content(Classified.IGNORE, null), null, null).verification())
                .isEqualTo(Verification.SUSPECT);
        var unassessed = AsReport.of(content(null, null), null, "https://referrer.test/");
        assertThat(unassessed.verification()).isEqualTo(Verification.SUSPECT);
        assertThat(unassessed.classification()).isNull();
        ReadReport.check(unassessed, NOW);
    }

    @Test
    void nothingGivesTheUrlAway() {
        assertThat(content(null, null).toString()).doesNotContain(URL);
    }

    private static Content content(@Nullable Classified classified, @Nullable AgeGroup age) {
        return new Content(815, 4711, URL, false, "NL", NOW, classified, age, Set.of());
    }
}
