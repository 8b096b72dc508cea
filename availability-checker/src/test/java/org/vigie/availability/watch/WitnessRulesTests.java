package org.vigie.availability.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;

/** What people and other vantages say, over several checks. */
class WitnessRulesTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Watch watch = looked(LifeSimulation.watch(new Random(1)), Signal.REACHABLE, 0);

    @Test
    void whatAPersonSeesIsThereHoweverOftenLooksSayGone() {
        looks(Signal.GONE_404, 1, 2);
        person(true, 3);

        assertThat(watch.state().presence()).isEqualTo(Presence.REACHABLE);
        assertThat(watch.isCheckWanted()).as("looked again at once").isTrue();

        looks(Signal.GONE_404, 4, 5, 8);
        assertThat(presence()).as("4 h of 404 since").isEqualTo(Presence.SUSPECT);
        looks(Signal.GONE_404, 10);
        assertThat(presence())
                .as("6 h of 404 since: the page may have gone after")
                .isEqualTo(Presence.DOWN);
    }

    @Test
    void aPersonBringsBackWhatWasCalledRemoved() {
        looks(Signal.GONE_404, 1, 4, 8);
        assertThat(presence()).isEqualTo(Presence.DOWN);

        person(true, 7);
        assertThat(presence()).as("we looked later").isEqualTo(Presence.DOWN);
        person(true, 9);
        assertThat(presence()).isEqualTo(Presence.REAPPEARED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Signal.class,
            names = {
                "BLOCKED",
                "THROTTLED",
                "BOT_CHECK",
                "GATED",
                "AGE_CHECK",
                "COOKIE_CHECK",
                "REGION_BLOCK",
                "HOTLINK_BLOCK",
                "TURNED_ALIKE",
                "CHANGED",
                "LEGAL_BLOCK",
                "PROBE_REJECTED",
                "UNVERIFIABLE",
                "ACTION_URL",
                "PROBE_RULE",
                "FRAGMENT",
                "LINK_EXPIRED"
            })
    void aPersonWhoSaysGoneEndsADayOfLooksThatCannotTell(Signal signal) {
        looks(signal, 1, 12);
        person(false, 20);
        looks(signal, 20);
        assertThat(presence()).as("19 h").isEqualTo(Presence.REACHABLE);

        looks(signal, 25);
        assertThat(presence()).isEqualTo(Presence.DOWN);
        assertThat(watch.removals().getLast().rule())
                .isEqualTo(signal == Signal.LINK_EXPIRED ? RemovalRule.EXPIRED : RemovalRule.WITNESSED);
        assertThat(watch.removals().getLast().firstDownAt()).isEqualTo(hour(1));
    }

    @Test
    void noneEndsWithoutAWitness() {
        for (int hour = 1; hour < 24 * 60; hour += 12) {
            looks(Signal.BLOCKED, hour);
        }
        assertThat(presence()).isEqualTo(Presence.REACHABLE);
    }

    /** It is what made us check. */
    @Test
    void whoSaysGoneJustBeforeLooksCannotTellIsBelieved() {
        person(false, 1);
        looks(Signal.BLOCKED, 2, 14, 26);

        assertThat(presence()).isEqualTo(Presence.DOWN);
    }

    @Test
    void whoSaidGoneBeforeItWasSeenIsNot() {
        person(false, 1);
        looks(Signal.REACHABLE, 2);
        looks(Signal.BLOCKED, 3, 14, 27, 40);

        assertThat(presence()).isEqualTo(Presence.REACHABLE);
    }

    @Test
    void whatAPersonSaidThreeDaysAgoDoesNotWeigh() {
        person(false, 1);
        looks(Signal.BLOCKED, 2);
        looks(Signal.BLOCKED, 60, 74);
        assertThat(presence()).as("73 h after").isEqualTo(Presence.REACHABLE);

        person(false, 75);
        looks(Signal.BLOCKED, 76);
        assertThat(presence()).isEqualTo(Presence.DOWN);
    }

    @Test
    void whoSeesItAfterSomebodySaidGoneIsBelieved() {
        looks(Signal.BLOCKED, 1, 12);
        person(false, 13);
        vantage(14, null, 14);
        looks(Signal.BLOCKED, 26, 40);
        assertThat(presence()).as("another vantage saw it since").isEqualTo(Presence.REACHABLE);

        person(false, 41);
        looks(Signal.BLOCKED, 42);
        assertThat(presence()).as("a person says gone after that").isEqualTo(Presence.DOWN);
    }

    @Test
    void anotherVantageThatCannotSeeItForADayEitherEndsIt() {
        looks(Signal.BLOCKED, 1, 12);
        vantage(0, 20, 21);
        looks(Signal.BLOCKED, 26);
        assertThat(presence()).as("it missed it for an hour").isEqualTo(Presence.REACHABLE);

        vantage(0, 20, 44);
        looks(Signal.BLOCKED, 45);
        assertThat(presence()).isEqualTo(Presence.DOWN);
    }

    /** It saw it while we were refused, so the refusal was of us; then it was refused itself. */
    @Test
    void aVantageThatSawItMeanwhileSpeaksForItOnlyAsLongAsItCanSee() {
        looks(Signal.BLOCKED, 1, 12);
        vantage(13, null, 13);
        looks(Signal.BLOCKED, 26);
        assertThat(presence()).isEqualTo(Presence.REACHABLE);

        vantage(13, 27, 50);
        looks(Signal.BLOCKED, 50);
        assertThat(presence()).as("23 h").isEqualTo(Presence.REACHABLE);
        vantage(13, 27, 51);
        looks(Signal.BLOCKED, 52);
        assertThat(presence()).isEqualTo(Presence.DOWN);
    }

    /** Two refusals of us are no removal, however long, once a person saw it beside them. */
    @Test
    void aPersonWhoSawItOutweighsVantagesThatCannot() {
        looks(Signal.BLOCKED, 1);
        vantage(0, 2, 3);
        person(true, 4);
        for (int hour = 5; hour < 24 * 20; hour += 12) {
            vantage(0, 2, hour);
            looks(Signal.BLOCKED, hour);
        }
        assertThat(presence()).isEqualTo(Presence.REACHABLE);

        person(false, 24 * 20);
        looks(Signal.BLOCKED, 24 * 20 + 1);
        assertThat(presence()).isEqualTo(Presence.DOWN);
    }

    /** A gate is opened by people, and a vantage before the same gate sees no more than we do. */
    @Test
    void vantagesDoNotAgreeThatAGateIsARemoval() {
        looks(Signal.AGE_CHECK, 1, 12);
        vantage(0, 1, 30);
        looks(Signal.AGE_CHECK, 31, 43, 55, 67);

        assertThat(presence()).isEqualTo(Presence.REACHABLE);
    }

    private Presence presence() {
        return watch.state().presence();
    }

    private void looks(Signal signal, int... hours) {
        for (int hour : hours) {
            watch = looked(watch, signal, hour);
        }
    }

    private void person(boolean present, int hour) {
        watch = watch.heard(Testimony.ofPerson(hour(hour), present), hour(hour));
    }

    private void vantage(int sawAt, @Nullable Integer refusedSince, int lookedAt) {
        var refused = refusedSince == null ? null : hour(refusedSince);
        watch = watch.heard(
                new Testimony("second", lookedAt, hour(sawAt), null, hour(lookedAt), refused), hour(lookedAt));
    }

    private static Watch looked(Watch watch, Signal signal, int hour) {
        return Checks.after(watch, signal, hour(hour));
    }

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
