package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.CaseStage.Rejected;
import org.vigie.notice.removal.Observation.Seen;
import org.vigie.notice.task.TaskKind;

/** Who is called for what, and that nobody is called for nothing. */
class PeopleCalledTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Somebody was told that it is illegal, whatever became of the case since. */
    @TestFactory
    Stream<DynamicTest> whoWasToldWrongIsToBeToldSo() {
        return Stream.of(
                        named("notified", EventfulCase::notified),
                        named("exhausted", EventfulCase::exhausted),
                        named(
                                "down",
                                () -> EventfulCase.notified().later(MINUTE).looked(Presence.DOWN)),
                        named("suspected down", () -> EventfulCase.notified().looked(Presence.SUSPECT)),
                        named(
                                "held",
                                () -> EventfulCase.notified().held(CaseExamples.hold("police", CaseExamples.START))),
                        named(
                                "back and not yet routed",
                                () -> EventfulCase.notified()
                                        .later(MINUTE)
                                        .looked(Presence.DOWN)
                                        .later(Duration.ofDays(1))
                                        .looked(Presence.REAPPEARED)))
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    var told = one.start().get();
                    assertThat(told.tasks()).doesNotContain(TaskKind.RETRACTION);

                    told.later(MINUTE).decided(Verification.NOT_ILLEGAL);

                    assertThat(told.tasks()).contains(TaskKind.RETRACTION);
                    assertThat(told.again().tasks()).containsOnlyOnce(TaskKind.RETRACTION);
                }));
    }

    @Test
    void aNoticeThatLeftWhileItsContentWasRejectedIsToBeTakenBack() {
        var one = EventfulCase.asked()
                .taken()
                .meanwhile(before -> before.later(MINUTE).decided(Verification.NOT_ILLEGAL))
                .accepted();

        assertThat(one.known().stage()).isInstanceOf(Rejected.class);
        assertThat(one.known().pursuit().contacted()).hasSize(1);
        assertThat(one.tasks()).contains(TaskKind.RETRACTION);
    }

    @Test
    void nobodyIsAskedToTakeBackWhatIsIllegalAfterAll() {
        var one = EventfulCase.notified().later(MINUTE).decided(Verification.NOT_ILLEGAL);

        one.later(MINUTE).decided(Verification.VERIFIED);
        assertThat(one.tasks()).doesNotContain(TaskKind.RETRACTION);

        one.later(MINUTE).decided(Verification.NOT_ILLEGAL);
        assertThat(one.tasks()).containsOnlyOnce(TaskKind.RETRACTION);
    }

    /** A sighting lets notices go on for three days; whether the content goes meanwhile only a person can tell. */
    @Test
    void aLookIsAskedForAtTheFirstThatCannotTell() {
        var one = EventfulCase.routed().looked(Presence.UNKNOWN, Flag.UNVERIFIABLE);

        assertThat(one.known().pending()).isNotNull();
        assertThat(one.tasks()).containsExactly(TaskKind.LOOK_BLOCKED);
        assertThat(one.known().history().timeline())
                .filteredOn(line -> line.kind().code().equals("CANNOT_BE_SEEN"))
                .singleElement()
                .satisfies(line -> assertThat(line.why()).startsWith("UNVERIFIABLE: The answer is the same as"));

        one.looked(Presence.UNKNOWN, Flag.BLOCKED).looked(Presence.UNKNOWN, Flag.UNVERIFIABLE);
        assertThat(one.tasks()).containsExactly(TaskKind.LOOK_BLOCKED);

        one.looked(Presence.REACHABLE);
        assertThat(one.tasks()).isEmpty();
    }

    /** Even of what nobody is left to be written to about. */
    @Test
    void aLookIsAskedForWhereverTheCaseStands() {
        assertThat(EventfulCase.exhausted()
                        .later(MINUTE)
                        .looked(Presence.REACHABLE, Flag.GATED)
                        .tasks())
                .containsExactly(TaskKind.LOOK_BLOCKED);
        assertThat(EventfulCase.rejected()
                        .later(MINUTE)
                        .looked(Presence.UNKNOWN, Flag.GATED)
                        .tasks())
                .isEmpty();
    }

    /** What was seen is sent to the checker; if nothing came of it in three days, another person is asked. */
    @Test
    void whatAPersonSawSparesOthersTheLookForThreeDays() {
        for (var seen : List.of(Seen.PRESENT, Seen.GONE, Seen.DIFFERENT)) {
            var one = EventfulCase.notified().later(MINUTE).looked(Presence.REACHABLE, Flag.BLOCKED);
            assertThat(one.tasks()).containsExactly(TaskKind.LOOK_BLOCKED);

            one.later(MINUTE).observed(seen);
            assertThat(one.tasks()).as("after %s", seen).isEmpty();
            var seenAt = Objects.requireNonNull(one.known().wants().personSaw()).at();

            one.dueUntil(seenAt.plus(Duration.ofHours(71)));
            assertThat(one.tasks()).as("71 h after %s", seen).isEmpty();
            one.dueUntil(seenAt.plus(Duration.ofDays(3)));
            assertThat(one.tasks()).as("72 h after %s", seen).containsExactly(TaskKind.LOOK_BLOCKED);
        }
    }

    /** Checks see the page only that leads to it by fragment. */
    @Test
    void whoIsAskedWhetherItIsBackSaysSoOnce() {
        var one = EventfulCase.notified().later(MINUTE).looked(Presence.DOWN).later(MINUTE);
        assertThat(one.tasks()).isEmpty();

        one.goneAsFarAsSeen("BLOCKED");
        assertThat(one.tasks()).isEmpty();
        one.goneAsFarAsSeen("FRAGMENT");
        assertThat(one.tasks()).containsExactly(TaskKind.LOOK_BLOCKED);

        one.later(MINUTE).observed(Seen.GONE);
        assertThat(one.later(Duration.ofDays(9)).tasks()).isEmpty();
    }

    @Test
    void whoCannotTellEitherLeavesTheTaskToOthers() {
        var one = EventfulCase.notified().later(MINUTE).looked(Presence.REACHABLE, Flag.BLOCKED);

        assertThat(one.observed(Seen.CANNOT_TELL).tasks()).containsExactly(TaskKind.LOOK_BLOCKED);
    }

    /** Each new sighting is a new need, and one person who looks is enough. */
    @Test
    void oneLookIsAskedForHoweverManyReport() {
        var one = EventfulCase.routed().later(Duration.ofDays(4)).resolved(CaseExamples.HOST, CaseExamples.CDN);
        one.looked(Presence.REACHABLE, Flag.BLOCKED);
        assertThat(one.tasks()).containsExactly(TaskKind.LOOK_BLOCKED);

        one.reported(Verification.SUSPECT);
        assertThat(one.known().pending()).isNotNull();
        one.later(Duration.ofDays(4)).taken();
        assertThat(one.known().pending()).isNull();
        one.resolved(CaseExamples.HOST, CaseExamples.CDN);
        assertThat(one.tasks()).containsExactly(TaskKind.LOOK_BLOCKED);
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsCalledForWhatNeedsNobodyAnyMore() {
        return Stream.of(
                        named(
                                "no contact, then rejected",
                                () -> EventfulCase.unaddressable().later(MINUTE).decided(Verification.NOT_ILLEGAL)),
                        named(
                                "no contact, then retracted",
                                () -> EventfulCase.unaddressable().proposed().agreed()),
                        named(
                                "no contact, then gone",
                                () -> EventfulCase.unaddressable().later(MINUTE).looked(Presence.DOWN)),
                        named(
                                "blocked, then seen",
                                () -> EventfulCase.routed()
                                        .later(Duration.ofDays(4))
                                        .resolved(CaseExamples.HOST, CaseExamples.CDN)
                                        .looked(Presence.REACHABLE, Flag.BLOCKED)
                                        .looked(Presence.REACHABLE)))
                .map(one -> DynamicTest.dynamicTest(
                        one.name(), () -> assertThat(one.start().get().tasks()).isEmpty()));
    }

    /** The first one's page is no reason not to warn of the second. */
    @Test
    void eachHoldWarnsTwiceAndThenPages() {
        var days = Duration.ofDays(1);
        var first = CaseExamples.hold("first", CaseExamples.START, Duration.ofDays(4));
        var second = CaseExamples.hold("second", CaseExamples.START, Duration.ofDays(10));
        var one = EventfulCase.notified().held(first).held(second);
        assertThat(one.tasks()).isEmpty();

        one.dueUntil(CaseExamples.START.plus(days));
        assertThat(one.tasks()).containsExactly(TaskKind.HOLD_EXPIRY);
        one.dueUntil(CaseExamples.START.plus(days.multipliedBy(3)));
        assertThat(one.tasks()).containsExactly(TaskKind.HOLD_EXPIRY, TaskKind.HOLD_EXPIRES_SOON);
        one.dueUntil(CaseExamples.START.plus(days.multipliedBy(9)));
        assertThat(one.tasks())
                .containsExactly(
                        TaskKind.HOLD_EXPIRY,
                        TaskKind.HOLD_EXPIRY,
                        TaskKind.HOLD_EXPIRES_SOON,
                        TaskKind.HOLD_EXPIRES_SOON,
                        TaskKind.HOLD_EXPIRED);

        one.released(first.holdId());
        assertThat(one.tasks()).containsExactly(TaskKind.HOLD_EXPIRY, TaskKind.HOLD_EXPIRES_SOON);
        one.dueUntil(CaseExamples.START.plus(days.multipliedBy(10)));
        assertThat(one.tasks()).contains(TaskKind.HOLD_EXPIRED);
        assertThat(one.known().isHeld()).isTrue();
    }

    private record Named(String name, Supplier<EventfulCase> start) {}

    private static Named named(String name, Supplier<EventfulCase> start) {
        return new Named(name, start);
    }
}
