package org.vigie.notice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.events.Category;
import org.vigie.events.DetectionMethod;
import org.vigie.events.Verification;
import org.vigie.notice.report.ReportRequest.AssessmentRequest;

/** Who may assess what they report. */
class ReportRightsTests {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final ReportRights rights = new ReportRights(Set.of("operator", "producer:desk"));

    @ParameterizedTest
    @EnumSource(
            value = Verification.class,
            names = {"VERIFIED", "NOT_ILLEGAL", "CANNOT_ASSESS"})
    void whatSomebodyWithoutTheRightAssertsIsSuspected(Verification asserted) {
        var said = read(asserted);

        var granted = rights.granted("producer:crawler", said);

        assertThat(granted.verification()).isEqualTo(Verification.SUSPECT);
        assertThat(granted.verifiedAt()).isNull();
        assertThat(granted.place()).isEqualTo(said.place());
        assertThat(granted.assessment()).isEqualTo(said.assessment());
        assertThat(rights.granted("producer:desk", said)).isEqualTo(said);
        assertThat(rights.granted("operator", said)).isEqualTo(said);
        assertThat(ReportRights.ALL.granted("producer:crawler", said)).isEqualTo(said);
    }

    private static Submission read(Verification verification) {
        var classification = new AssessmentRequest("interpol", "baseline", null, "Example", 2);
        return ReadReport.read(
                new ReportRequest(
                        "http://a.test/1.jpg",
                        Category.CSAM,
                        null,
                        verification,
                        null,
                        classification,
                        DetectionMethod.MANUAL_REVIEW,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                null,
                NOW);
    }
}
