package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.removal.CaseExamples;

/** What the alert on notified cases without a reminder for twice the interval goes by. */
class UnremindedTests {

    private static final Duration TWICE = Duration.ofDays(2);

    private final NextStep next = new NextStep(DomainRules.DEFAULTS);

    @Test
    void anOpenCaseWithoutAReminderForTwiceTheIntervalIsCounted() {
        var notified = EventfulCase.notified();
        var justBefore = notified.later(TWICE).known();
        var after = notified.later(Duration.ofHours(2)).known();

        assertThat(next.lacksAReminder(justBefore, CaseExamples.START.plus(TWICE)))
                .isFalse();
        assertThat(next.lacksAReminder(after, CaseExamples.START.plus(TWICE).plus(Duration.ofHours(2))))
                .isTrue();
    }

    /** Nobody is reminded of these. */
    @TestFactory
    Stream<DynamicTest> whatWaitsForSomethingElseIsNotCounted() {
        return Stream.of(
                        state("held", one -> one.held(CaseExamples.hold("police", CaseExamples.START))),
                        state("down", one -> one.looked(Presence.DOWN)),
                        state("seems gone", one -> one.looked(Presence.SUSPECT)))
                .map(state -> DynamicTest.dynamicTest(state.name(), () -> {
                    var known = state.becomes().apply(EventfulCase.notified()).known();

                    assertThat(next.lacksAReminder(known, CaseExamples.START.plus(TWICE.multipliedBy(2))))
                            .isFalse();
                }));
    }

    @Test
    void noneIsCountedWhereEachIsRemindedDailyAndSomeWhereTheHostIsTooSlow() {
        assertThat(counted(Duration.ofMillis(100))).isZero();
        assertThat(counted(Duration.ofHours(10))).isPositive();
    }

    private static long counted(Duration look) {
        var world = new ReportedHosts();
        world.host("h.test", look);
        for (var i = 0; i < 10; i++) {
            world.report("h.test", CaseExamples.START.plusSeconds(i));
        }
        var counted = 0L;
        for (var hour = 6L; hour <= Duration.ofDays(10).toHours(); hour += 6) {
            world.until(CaseExamples.START.plus(Duration.ofHours(hour)));
            counted += world.unreminded();
        }
        return counted;
    }

    private record State(String name, UnaryOperator<EventfulCase> becomes) {}

    private static State state(String name, UnaryOperator<EventfulCase> becomes) {
        return new State(name, becomes);
    }
}
