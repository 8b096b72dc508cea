package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a case, in whatever order and however often, it keeps its promises. */
class RandomWalkTests {

    private static final int STEPS = 20_000;
    /** After so many a new case begins, so that no history grows without end. */
    private static final int STEPS_OF_A_CASE = 100;

    /** What the promises are about. Weekly reminders are too rare for every walk; NextStepTests has them. */
    private static final String[] OCCUR = {
        "FIRST, on a look",
        "FIRST, on a sighting",
        "REMINDER, on a look",
        "REMINDER, on a sighting",
        "ESCALATION, on a look",
        "ESCALATION, on a sighting",
        "STAYDOWN, on a look",
        "STAYDOWN, on a sighting",
        "a daily reminder",
        "content verified later",
        "one unit is taken back",
        "all is taken back",
        "an escalation extra",
        "accepted in a later cycle",
        "refused",
        "ended",
        "held",
        "closed in an earlier cycle, retracted or gone",
        "void CYCLE_OVER",
        "void MERGED",
        "void NotIllegal",
        "void TakenBack",
        "void RETRACTED"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverLeavesTheMachinesAndBreaksNoInvariant(long seed) {
        var sent = 0;
        var occurred = new TreeMap<String, Integer>();
        for (int begun = 0; begun < STEPS / STEPS_OF_A_CASE; begun++) {
            var walk = new Walk(seed * 1_000_003 + begun);
            for (int step = 0; step < STEPS_OF_A_CASE; step++) {
                walk.step();
                walk.check();
            }
            sent += walk.sent();
            walk.occurred().forEach((what, times) -> occurred.merge(what, times, Integer::sum));
        }
        System.out.printf("walk=%d sent=%d occurred=%s%n", seed, sent, occurred);
        assertThat(sent).isGreaterThan(300);
        assertThat(occurred).as("no promise is about nothing").containsKeys(OCCUR);
    }
}
