package org.vigie.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTests {

    private final Report report = Report.read();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 20210608, -7, Long.MAX_VALUE})
    void addsUpToTheReportWhateverIsDrawn(long seed) {
        var plan = Plan.of(report, 1, new Random(seed));

        var meant = Figures.meant(report, plan);

        Figures.said(report)
                .forEach((row, said) -> assertThat(meant.get(row)).as(row).isEqualTo(said));
        assertThat(plan.targeted()).isEqualTo(626_110);
        var sizes = plan.blocks().stream()
                .collect(Collectors.groupingBy(Block::addressee, Collectors.summingInt(Block::targeted)));
        assertThat(sizes).hasSizeGreaterThan(760);
        assertThat(sizes)
                .allSatisfy(
                        (addressee, size) -> assertThat(addressee.named() || addressee.apart() != null || size < 5_000)
                                .as(addressee.name())
                                .isTrue());
        assertThat(plan.blocks())
                .allSatisfy(block ->
                        assertThat(block.repeats() == 0 || block.distinct() > 0).isTrue());
    }

    @Test
    void aQuickLookCanBeHadWithAnySeed() {
        for (int seed = 0; seed < 50; seed++) {
            var plan = Plan.of(report, 0.01, new Random(seed));

            assertThat(plan.targeted()).isEqualTo(6_261);
            assertThat(Block.percentile(plan.blocks(), 90)).isEqualTo(42);
        }
    }
}
