package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a case, in whatever order and however often, it keeps its promises. */
class RandomWalkTests {

    private static final int STEPS = 20_000;
    /** After so many a new case begins, so that no history grows without end. */
    private static final int STEPS_OF_A_CASE = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverLeavesTheMachinesAndBreaksNoInvariant(long seed) {
        var sent = 0;
        for (int begun = 0; begun < STEPS / STEPS_OF_A_CASE; begun++) {
            var walk = new Walk(seed * 1_000_003 + begun);
            for (int step = 0; step < STEPS_OF_A_CASE; step++) {
                walk.step();
                walk.check();
            }
            sent += walk.sent();
        }
        assertThat(sent).isGreaterThan(300);
    }
}
