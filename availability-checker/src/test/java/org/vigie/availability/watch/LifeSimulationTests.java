package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One seed, mostly few lives; the whole table is printed by {@link LifeSimulation}. */
class LifeSimulationTests {

    private static final long SEED = 20260105;

    @Test
    void hardlyEverCallsALiveUrlRemoved() {
        var falsehoods = LifeSimulation.falsehoods(SEED, 4_000);

        assertThat(falsehoods.of(RemovalRule.GONE_410, RemovalRule.GONE_404)).isZero();
        assertThat(falsehoods.upper(RemovalRule.OUTAGE)).isLessThan(0.018);
    }

    @Test
    void row56CallsNothingRemovedOrSuspectWhileOurOwnLineIsDown() {
        var result = EventSimulation.run(SEED, 1_000, EventSimulation.Event.ourLineFails());

        assertThat(result.removals()).isZero();
        assertThat(result.suspected()).isZero();
        assertThat(result.localFaults()).as("checks that found nothing").isGreaterThan(100_000);
    }

    @Test
    void callsNothingRemovedWhileAProviderIsDown() {
        var result = EventSimulation.run(SEED, 1_000, EventSimulation.Event.aProviderFails());

        assertThat(result.removals()).isZero();
        assertThat(result.suspected()).as("its URLs").isEqualTo(100);
    }

    @Test
    void seesRemovalsSoonWithFewChecks() {
        var cost = LifeSimulation.cost(SEED + 2, 20_000, LifeSimulation.learned(SEED + 1, 4_000));

        assertThat(cost.meanDelay()).isLessThanOrEqualTo(5.5);
        assertThat(cost.regular()).isLessThanOrEqualTo(20);
        assertThat(cost.controls()).isLessThanOrEqualTo(11);
        assertThat(cost.median404()).isLessThanOrEqualTo(10.5);
    }
}
