package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Few lives, one seed; the whole table is printed by {@link LifeSimulation}. */
class LifeSimulationTests {

    private static final long SEED = 20260105;

    @Test
    void hardlyEverCallsALiveUrlRemoved() {
        var falsehoods = LifeSimulation.falsehoods(SEED, 4_000);

        assertThat(falsehoods.of(RemovalRule.GONE_410, RemovalRule.GONE_404)).isZero();
        assertThat(falsehoods.upper(RemovalRule.OUTAGE)).isLessThan(0.018);
    }

    @Test
    void seesRemovalsSoonWithFewLooks() {
        var cost = LifeSimulation.cost(SEED, 4_000, LifeSimulation.learned(SEED + 1, 4_000));

        assertThat(cost.meanDelay()).isLessThanOrEqualTo(5.5);
        assertThat(cost.regular()).isLessThanOrEqualTo(20);
    }
}
