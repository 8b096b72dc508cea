package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

/** Two vantages: what one sees is there, and what is gone must be gone for both. */
class VantageTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final CheckSchedule SCHEDULE = new CheckSchedule(Hazards.NONE);
    private static final Vantages SECOND = new Vantages("second", List.of("first", "second"));

    private Watch first = look(LifeSimulation.watch(new Random(1)), Signal.REACHABLE, 0);
    private Watch second = look(LifeSimulation.watch(new Random(1)), Signal.REACHABLE, 0);
    private long version;

    @Test
    void doesNotCallRemovedWhatTheOtherHasNotMissed() {
        first = look(first, Signal.GONE_410, 1);

        first = look(first, Signal.GONE_410, 4);

        assertThat(first.state().presence()).isEqualTo(Presence.SUSPECT);
    }

    @Test
    void callsItRemovedOnceTheOtherMissesItToo() {
        first = look(first, Signal.GONE_410, 1);
        second = look(second, Signal.GONE_410, 2);
        first = first.heard(testimony(second), hour(2));

        first = look(first, Signal.GONE_410, 4);

        assertThat(first.state().presence()).isEqualTo(Presence.DOWN);
        assertThat(first.removals().getFirst().firstDownAt()).isEqualTo(hour(1));
        assertThat(first.removals().getFirst().evidence().vantages())
                .extracting(Testimony::vantage)
                .containsExactly("second");
    }

    @Test
    void whatTheOtherMissedBeforeOurRunBeganProvesNothing() {
        second = look(second, Signal.GONE_410, 1);
        first = first.heard(testimony(second), hour(1));
        first = look(first, Signal.GONE_410, 2);

        first = look(first, Signal.GONE_410, 5);

        assertThat(first.state().presence()).isEqualTo(Presence.SUSPECT);
    }

    @Test
    void whatTheOtherSeesIsThere() {
        first = look(first, Signal.INFRA_DOWN, 1);
        second = look(second, Signal.REACHABLE, 2);

        first = first.heard(testimony(second), hour(2));

        assertThat(first.state().presence()).isEqualTo(Presence.REACHABLE);
        assertThat(first.flags()).containsExactly(Flag.CLOAKED);
        assertThat(first.unpublished()).isTrue();
    }

    @Test
    void looksAtOnceWhenTheOtherBeginsToDoubt() {
        assertThat(second.due()).isAfter(hour(0).plusSeconds(60));
        first = look(first, Signal.GONE_404, 1);

        second = second.heard(testimony(first), hour(1));

        assertThat(second.due()).isEqualTo(hour(1));
        assertThat(second.isCheckWanted()).isTrue();
        assertThat(look(second, Signal.REACHABLE, 1).isCheckWanted()).isFalse();
    }

    @Test
    void twoVantagesThatDoubtDoNotWakeEachOtherForEver() {
        var looks = 0;
        first = look(first, Signal.INFRA_DOWN, 1);
        for (int round = 0; round < 10; round++) {
            second = second.heard(testimony(first), hour(1));
            if (second.isCheckWanted()) {
                second = look(second, Signal.INFRA_DOWN, 1);
                looks++;
            }
            first = first.heard(testimony(second), hour(1));
            if (first.isCheckWanted()) {
                first = look(first, Signal.INFRA_DOWN, 1);
                looks++;
            }
        }

        assertThat(looks).isLessThanOrEqualTo(2);
    }

    @Test
    void hearingTheSameTwiceOrAnOlderOneChangesNothing() {
        var early = testimony(second);
        second = look(second, Signal.GONE_410, 1);
        var late = testimony(second);
        first = first.heard(late, hour(1));

        assertThat(first.heard(late, hour(2))).isEqualTo(first);
        assertThat(first.heard(early, hour(2))).isEqualTo(first);
    }

    private Testimony testimony(Watch watch) {
        return Testimony.of(Report.testimony(watch, SECOND, version++));
    }

    private static Watch look(Watch watch, Signal signal, int hour) {
        return watch.checked(Checks.result(signal, hour(hour)), new Confirmation(2, 2, false), Checks.DATA, SCHEDULE);
    }

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
