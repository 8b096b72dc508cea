package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.availability.watch.Checks.NEEDED;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

class WatchStateTests {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final WatchState UP = new WatchState.Up(START, START, false);

    @ParameterizedTest(name = "{0}: {1} looks, {2} h apart, are not enough; after {3} h it is down")
    @CsvSource({
        "GONE_410, 1, 1, 1",
        "GONE_404, 2, 3, 6",
        "SOFT_GONE, 2, 12, 24",
        "PARKED, 2, 12, 24",
        "NAME_GONE, 2, 12, 24",
        "NO_ADDRESS, 3, 24, 72",
        "UNROUTABLE, 3, 24, 72",
        "DNS_BROKEN, 3, 24, 72",
        "INFRA_DOWN, 3, 24, 72"
    })
    void confirmsByTheRuleOfTheClass(Signal signal, int looks, int hoursApart, int confirmedAfter) {
        var state = UP;
        for (int i = 0; i < looks; i++) {
            state = state.after(look(signal, Duration.ofHours((long) i * hoursApart)), NEEDED);
        }

        assertThat(state.presence()).isEqualTo(Presence.SUSPECT);
        var down = (WatchState.Down) state.after(look(signal, Duration.ofHours(confirmedAfter)), NEEDED);
        assertThat(down.removal().firstDownAt()).isEqualTo(START);
        assertThat(down.removal().rule()).isEqualTo(signal.rule());
    }

    @Test
    void needsTheSpanHoweverManyLooksThereAre() {
        var state = UP;
        for (int minute = 0; minute < 59; minute++) {
            state = state.after(look(Signal.GONE_410, Duration.ofMinutes(minute)), NEEDED);
        }

        assertThat(state.presence()).isEqualTo(Presence.SUSPECT);
    }

    @Test
    void anOutageMustBeSeenInThreeHalfDays() {
        var state = UP.after(look(Signal.INFRA_DOWN, Duration.ZERO), NEEDED);
        for (int minute = 0; minute < 5; minute++) {
            state = state.after(look(Signal.INFRA_DOWN, Duration.ofDays(3).plusMinutes(minute)), NEEDED);
        }

        assertThat(state.presence()).isEqualTo(Presence.SUSPECT);
    }

    @Test
    void oneGoodLookEndsARun() {
        var suspect = UP.after(look(Signal.GONE_410, Duration.ZERO), NEEDED);

        var up = suspect.after(look(Signal.REACHABLE, Duration.ofMinutes(30)), NEEDED);

        assertThat(up.presence()).isEqualTo(Presence.REACHABLE);
        assertThat(up.after(look(Signal.GONE_410, Duration.ofHours(2)), NEEDED).presence())
                .isEqualTo(Presence.SUSPECT);
    }

    @Test
    void whatIsCloakedIsThere() {
        var suspect = UP.after(look(Signal.GONE_404, Duration.ZERO), NEEDED);

        assertThat(suspect.after(look(Signal.CLOAKED, Duration.ofHours(7)), NEEDED)
                        .presence())
                .isEqualTo(Presence.REACHABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Signal.class,
            names = {"BLOCKED", "GATED", "LEGAL_BLOCK", "PROBE_REJECTED", "UNVERIFIABLE", "LOCAL_FAULT"})
    void whatCannotTellNeitherAdvancesNorEndsARun(Signal signal) {
        var suspect = UP.after(look(Signal.GONE_410, Duration.ZERO), NEEDED);

        assertThat(suspect.after(look(signal, Duration.ofHours(2)), NEEDED)).isEqualTo(suspect);
        assertThat(UP.after(look(signal, Duration.ofHours(2)), NEEDED)).isEqualTo(UP);
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({
        "GONE_404, CHANGED",
        "INFRA_DOWN, CHANGED",
        "INFRA_DOWN, AGE_CHECK",
        "INFRA_DOWN, COOKIE_CHECK",
        "INFRA_DOWN, GATED"
    })
    void anAnswerThatContradictsARunEndsIt(Signal bad, Signal answered) {
        var suspect = UP.after(look(bad, Duration.ZERO), NEEDED).after(look(bad, Duration.ofDays(2)), NEEDED);

        var after = suspect.after(look(answered, Duration.ofHours(71)), NEEDED);

        assertThat(after).isEqualTo(UP);
        assertThat(after.after(look(bad, Duration.ofHours(73)), NEEDED).badSince())
                .isEqualTo(START.plus(Duration.ofHours(73)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Signal.class,
            names = {"BLOCKED", "THROTTLED", "BOT_CHECK", "PROBE_REJECTED", "TURNED_ALIKE"})
    void whatAnEdgeAnswersForAnOriginThatIsDownEndsNoOutage(Signal signal) {
        var suspect = UP.after(look(Signal.INFRA_DOWN, Duration.ZERO), NEEDED);

        assertThat(suspect.after(look(signal, Duration.ofHours(2)), NEEDED)).isEqualTo(suspect);
    }

    @Test
    void theStrongestRuleOfARunDecides() {
        var mixed = UP.after(look(Signal.INFRA_DOWN, Duration.ZERO), NEEDED)
                .after(look(Signal.GONE_410, Duration.ofHours(30)), NEEDED);

        assertThat(mixed.presence()).isEqualTo(Presence.SUSPECT);
    }

    @Test
    void needsMoreThanOneIdentity() {
        var suspect = UP.after(look(Signal.GONE_410, Duration.ZERO, Set.of("first")), NEEDED);

        var sameAgain = suspect.after(look(Signal.GONE_410, Duration.ofHours(2), Set.of("first")), NEEDED);

        assertThat(sameAgain.presence()).isEqualTo(Presence.SUSPECT);
        assertThat(sameAgain
                        .after(look(Signal.GONE_410, Duration.ofHours(3), Set.of("second")), NEEDED)
                        .presence())
                .isEqualTo(Presence.DOWN);
    }

    @Test
    void callsNothingRemovedWhileTheBrakeIsOn() {
        var suspect = UP.after(look(Signal.GONE_410, Duration.ZERO), NEEDED);

        var frozen = suspect.after(look(Signal.GONE_410, Duration.ofHours(2)), Checks.NEEDED.withheld());

        assertThat(frozen.presence()).isEqualTo(Presence.SUSPECT);
    }

    @Test
    void isGoneAfterSevenDays() {
        var down = down();

        assertThat(down.after(look(Signal.GONE_410, Duration.ofDays(6)), NEEDED).presence())
                .isEqualTo(Presence.DOWN);
        assertThat(down.after(look(Signal.GONE_410, Duration.ofDays(7)), NEEDED).presence())
                .isEqualTo(Presence.GONE);
    }

    @Test
    void comesBackOnlyWhenSeenTwiceFiveMinutesApart() {
        var returning = down().after(look(Signal.REACHABLE, Duration.ofDays(3)), NEEDED);

        assertThat(returning.presence()).isEqualTo(Presence.DOWN);
        assertThat(returning
                        .after(look(Signal.REACHABLE, Duration.ofDays(3).plusMinutes(4)), NEEDED)
                        .presence())
                .isEqualTo(Presence.DOWN);
        assertThat(returning
                        .after(look(Signal.REACHABLE, Duration.ofDays(3).plusMinutes(5)), NEEDED)
                        .presence())
                .isEqualTo(Presence.REAPPEARED);
        assertThat(returning
                        .after(look(Signal.GONE_410, Duration.ofDays(3).plusMinutes(5)), NEEDED)
                        .presence())
                .isEqualTo(Presence.DOWN);
    }

    @Test
    void doesNotComeBackWithoutAControl() {
        var uncontrolled = Checks.uncontrolled(Signal.REACHABLE, START.plus(Duration.ofDays(3)));

        assertThat(down().after(uncontrolled, NEEDED)).isEqualTo(down());
    }

    @Test
    void whatWasNeverSeenIsNotFoundAtFirstCheck() {
        var down = (WatchState.Down) new WatchState.Unseen()
                .after(look(Signal.GONE_410, Duration.ZERO), NEEDED)
                .after(look(Signal.GONE_410, Duration.ofHours(2)), NEEDED);

        assertThat(down.removal().lastUpAt()).isNull();
    }

    private static WatchState down() {
        return UP.after(look(Signal.GONE_410, Duration.ZERO), NEEDED)
                .after(look(Signal.GONE_410, Duration.ofHours(2)), NEEDED);
    }

    private static CheckResult look(Signal signal, Duration after) {
        return Checks.result(signal, START.plus(after));
    }

    private static CheckResult look(Signal signal, Duration after, Set<String> identities) {
        return Checks.result(signal, START.plus(after), identities);
    }
}
