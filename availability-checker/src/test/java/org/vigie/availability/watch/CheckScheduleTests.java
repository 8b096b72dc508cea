package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.events.SealedUrl;

class CheckScheduleTests {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final List<Signal> SIGNALS = List.of(Signal.values());

    private final Watch watch = LifeSimulation.watch(new Random(1));

    @Test
    void looksMoreRarelyAsContentGrowsOld() {
        var gaps = gaps(Signal.REACHABLE, 40);

        assertThat(gaps.getFirst()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(17));
        assertThat(gaps).allSatisfy(gap -> assertThat(gap).isBetween(Duration.ofMinutes(15), Duration.ofHours(27)));
        assertThat(gaps.getLast()).isGreaterThan(Duration.ofHours(10));
    }

    @Test
    void confirmsA410AboutTwoHoursAfterTheFirstBadLook() {
        var looked = Checks.after(
                Checks.after(watch, Signal.REACHABLE, START), Signal.GONE_410, START.plus(Duration.ofHours(1)));
        var firstBad = START.plus(Duration.ofHours(1));

        while (looked.removals().isEmpty()) {
            looked = Checks.after(looked, Signal.GONE_410, due(looked));
        }

        assertThat(Duration.between(firstBad, looked.removals().getFirst().confirmedAt()))
                .isBetween(Duration.ofHours(1), Duration.ofMinutes(130));
    }

    @Test
    void confirmsAnOutageWithinFourDays() {
        var looked = Checks.after(
                Checks.after(watch, Signal.REACHABLE, START), Signal.INFRA_DOWN, START.plus(Duration.ofHours(1)));
        var looks = 1;
        while (looked.removals().isEmpty()) {
            looked = Checks.after(looked, Signal.INFRA_DOWN, due(looked));
            looks++;
        }

        assertThat(looks).isLessThanOrEqualTo(9);
        assertThat(Duration.between(START, looked.removals().getFirst().confirmedAt()))
                .isBetween(Duration.ofDays(3), Duration.ofDays(4));
    }

    @Test
    void watchesForAReturnForTwoYears() {
        var down = Checks.after(
                Checks.after(watch, Signal.REACHABLE, START), Signal.GONE_410, START.plus(Duration.ofHours(1)));
        var days = new ArrayList<Long>();
        for (var due = down.due(); due != null; due = down.due()) {
            down = Checks.after(down, Signal.GONE_410, due);
            if (!down.removals().isEmpty() && down.due() != null) {
                days.add(Duration.between(down.removals().getFirst().confirmedAt(), due(down))
                        .toDays());
            }
        }

        assertThat(days).hasSize(14);
        assertThat(days.getFirst()).isEqualTo(1);
        assertThat(days.getLast()).isBetween(720L, 730L);
        assertThat(down.state()).matches(state -> state instanceof WatchState.Down(var _, var gone) && gone);
    }

    @Test
    void whatWasErasedIsNotLookedAtWhoeverWantsIt() {
        var erased = new Place(Long.MAX_VALUE, new SealedUrl("location-1", ""), true);

        assertThat(watch.due()).isNotNull();
        assertThat(watch.placed(erased, 0, START).due()).isNull();
        assertThat(watch.placed(erased, 0, START).isActive()).isFalse();
    }

    @Test
    void aFaultOfOurOwnLeavesNoTrace() {
        var up = Checks.after(watch, Signal.REACHABLE, START);

        var faulty = Checks.after(up, Signal.LOCAL_FAULT, START.plus(Duration.ofHours(1)));

        assertThat(faulty.state()).isEqualTo(up.state());
        assertThat(faulty.history()).isEqualTo(up.history());
        assertThat(faulty.lastCheckedAt()).isEqualTo(START);
        assertThat(faulty.due()).isEqualTo(START.plus(Duration.ofMinutes(65)));
    }

    @Test
    void row60NeverPlansInThePastHoweverTheClockJumps() {
        var random = new Random(7);
        var looked = watch;
        var now = START;
        for (int i = 0; i < 2_000; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(-1440, 4320)));
            looked = Checks.after(looked, SIGNALS.get(random.nextInt(SIGNALS.size())), now);
            if (looked.due() != null) {
                assertThat(looked.due()).isAfter(now);
            }
        }
    }

    @Test
    void twoRunsGiveTheSameInstants() {
        assertThat(gaps(Signal.REACHABLE, 20)).isEqualTo(gaps(Signal.REACHABLE, 20));
    }

    private List<Duration> gaps(Signal signal, int count) {
        var gaps = new ArrayList<Duration>();
        var looked = Checks.after(watch, signal, START);
        for (int i = 0; i < count; i++) {
            var at = due(looked);
            gaps.add(Duration.between(looked.lastCheckedAt(), at));
            looked = Checks.after(looked, signal, at);
        }
        return gaps;
    }

    private static Instant due(Watch watch) {
        return Objects.requireNonNull(watch.due());
    }
}
