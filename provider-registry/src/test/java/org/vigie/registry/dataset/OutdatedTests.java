package org.vigie.registry.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference, resolution and availability, section 2.5. */
class OutdatedTests {

    private static final LocalDate DATED = LocalDate.parse("2026-01-05");
    private static final Edition EDITION = new Edition("one", DATED, "");

    @ParameterizedTest
    @CsvSource({"0, false, false", "30, false, false", "31, false, true", "60, false, true", "61, true, true"})
    void takesATableAtItsWordFor60DaysAndRangesFor30(int days, boolean table, boolean ranges) {
        assertThat(Outdated.on(DATED.plusDays(days), EDITION, EDITION)).isEqualTo(new Outdated(table, ranges));
    }

    @Test
    void holdsNothingAgainstAnEditionThatNobodyDated() {
        var undated = Edition.ofOperator("mine");

        assertThat(Outdated.on(DATED, undated, undated)).isEqualTo(Outdated.NONE);
    }
}
