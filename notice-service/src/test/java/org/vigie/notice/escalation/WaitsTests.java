package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.notice.delivery.DeliveryResult;
import org.vigie.notice.dispatch.Attempt;
import org.vigie.notice.dispatch.MissingSettings;
import org.vigie.notice.dispatch.NoticeState.Claimed;
import org.vigie.notice.dispatch.NoticeState.HandedOverFirst;
import org.vigie.notice.dispatch.NoticeState.Pending;
import org.vigie.notice.dispatch.NoticeState.Uncertain;
import org.vigie.notice.dispatch.NoticeState.Unresolved;
import org.vigie.notice.dispatch.NoticeState.Withdrawn;
import org.vigie.notice.dispatch.SendNotice;
import org.vigie.notice.oversight.Stop;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.CaseStatus;
import org.vigie.notice.task.TaskKind;

/** What every case and notice waits for, and until when: no open one waits unexplained. */
class WaitsTests {

    private static final Instant START = CaseExamples.START;

    private record State(String waitsFor, @Nullable Instant until, Supplier<EventfulCase> start) {}

    @TestFactory
    Stream<DynamicTest> saysWhatACaseWaitsForAndUntilWhen() {
        return Stream.of(
                        new State("CLASSIFY", null, EventfulCase::received),
                        new State("WAITS_FOR_CHAIN", null, EventfulCase::verified),
                        new State("WAITS_FOR_LOOK", null, EventfulCase::routed),
                        new State("NO_CONTACT", null, EventfulCase::unaddressable),
                        new State("GATHERING", START.plusSeconds(42), EventfulCase::asked),
                        new State("WAITS_FOR_ANSWER", notifiedAt().plus(Duration.ofDays(1)), EventfulCase::notified),
                        new State("DAILY_DIGEST", reminding().plus(Duration.ofMinutes(10)), WaitsTests::reminded),
                        new State(
                                "CONFIRMING_LOOKS",
                                null,
                                () -> EventfulCase.notified().looked(Presence.SUSPECT)),
                        new State(
                                "HELD",
                                START.plus(Duration.ofDays(30)),
                                () -> EventfulCase.routed().held(CaseExamples.hold("police", START))),
                        new State(
                                "HELD",
                                START.plus(Duration.ofDays(30)),
                                () -> EventfulCase.routed()
                                        .held(CaseExamples.hold("police", START))
                                        .held(CaseExamples.preservation("court", START, Duration.ofDays(365)))),
                        new State(
                                "HOLD_EXPIRED",
                                null,
                                () -> EventfulCase.routed()
                                        .held(CaseExamples.hold("police", START))
                                        .later(Duration.ofDays(31))),
                        new State(
                                "LOOK_BLOCKED",
                                null,
                                () -> EventfulCase.verified()
                                        .later(Duration.ofDays(4))
                                        .resolved(CaseExamples.HOST)
                                        .looked(Presence.REACHABLE, Flag.BLOCKED)),
                        new State(
                                "COUNTRY_CLEARANCE",
                                null,
                                () -> EventfulCase.verified()
                                        .resolved(MachineRows.ABROAD)
                                        .looked(Presence.REACHABLE)),
                        new State(
                                "APPROVAL",
                                null,
                                () -> EventfulCase.verified().resolved(Approval.OPERATOR, CaseExamples.UPSTREAM)),
                        new State(
                                "RETRACTION",
                                null,
                                () -> EventfulCase.notified()
                                        .later(Duration.ofMinutes(1))
                                        .decided(Verification.NOT_ILLEGAL)),
                        new State("NO_RUNG_LEFT", null, EventfulCase::exhausted))
                .map(state -> DynamicTest.dynamicTest(state.waitsFor(), () -> {
                    var waits = state.start().get().waits().orElseThrow();
                    assertThat(waits.code()).isEqualTo(state.waitsFor());
                    assertThat(waits.until()).isEqualTo(state.until());
                }));
    }

    /** Every state of the machine, and what each event makes of it. */
    @TestFactory
    Stream<DynamicTest> noOpenCaseWaitsUnexplained() {
        return MachineRows.all()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    for (var start : Stream.concat(row.starts().stream(), row.wrong().stream())
                            .toList()) {
                        var one = start.get();
                        isExplained(one);
                        try {
                            row.event().accept(one);
                        } catch (org.vigie.support.Refusal _) {
                            continue;
                        }
                        isExplained(one);
                    }
                }));
    }

    private static void isExplained(EventfulCase one) {
        var known = one.known();
        var isOver = EnumSet.of(
                        CaseStatus.RETRACTED,
                        CaseStatus.REJECTED,
                        CaseStatus.GONE_BEFORE_NOTICE,
                        CaseStatus.DOWN,
                        CaseStatus.REMOVED)
                .contains(CaseStatus.of(known));
        if (!isOver && !known.contents().isEmpty() && !one.isBusy()) {
            assertThat(one.waits()).as("%s", known).isPresent();
        }
    }

    @Test
    void aNoticeSaysWhatItWaitsForInEveryState() {
        var world = new NotifiedCase(Map.of());
        var notice = world.written();
        var now = world.now();
        var later = now.plusSeconds(60);

        assertThat(world.in(notice, new Pending(now, 0))).isEmpty();
        assertThat(world.in(notice, new Pending(later, 0))).contains("SENDING_LIMITS " + later);
        assertThat(world.in(notice, new Claimed(now, 1))).contains("UNDER_WAY " + later);
        assertThat(world.in(notice, new HandedOverFirst(now, 1))).contains("UNDER_WAY " + later);
        assertThat(world.in(notice, new Uncertain(now, later, 1))).contains("SETTLING " + later);
        assertThat(world.in(notice, new Unresolved(now))).contains("UNCERTAIN_SEND null");
        assertThat(world.in(notice, new Withdrawn(now))).isEmpty();
    }

    @Test
    void aNoticeThatTheRelayDeferredSaysWhenItIsTriedAgain() {
        var world = new NotifiedCase(Map.of());
        var notice = world.written();
        world.get(SlowMail.class).answers(new DeliveryResult.NotNow("4.2.0"));

        world.get(SendNotice.class).send(notice.noticeId());

        var due = world.notice().state().due().orElseThrow();
        assertThat(world.notice().attempts()).extracting(Attempt::status).containsExactly("4.2.0");
        assertThat(world.waits()).isEqualTo("RELAY_SAID_NOT_NOW " + due);
    }

    @Test
    void aStopIsNamedWhileItLastsAndAProvidersOwnApart() {
        var world = new NotifiedCase(Map.of());
        world.written();
        var host = CaseExamples.HOST.providerId();

        world.stop(new Stop(true, Set.of(), "one", "why", START, 1));
        assertThat(world.waits()).isEqualTo("EVERYTHING_STOPPED null");
        world.stop(new Stop(false, Set.of(host), "one", "why", START, 2));
        assertThat(world.waits()).isEqualTo("PROVIDER_STOPPED null");
        world.stop(new Stop(false, Set.of(CaseExamples.CDN.providerId()), "one", "why", START, 3));
        assertThat(world.find()).isEmpty();
    }

    @Test
    void aDryRunIsNamed() {
        var world = new NotifiedCase(Map.of("vigie.sending.dry-run", "true"));
        world.written();

        assertThat(world.waits()).isEqualTo("VIGIE_SENDING_DRYRUN null");
    }

    @Test
    void aMissingSettingIsNamedAndOneTaskAsksForItUntilItIsSet() {
        var world = new NotifiedCase(Map.of("test.missing-settings", "VIGIE_SENDER"));
        world.reported();
        world.compose();
        world.compose();

        assertThat(world.waits()).isEqualTo("VIGIE_SENDER null");
        assertThat(world.tasks()).containsExactly(TaskKind.SETTING_MISSING);
        world.get(MissingSettings.class).settle();
        assertThat(world.tasks()).as("still missing").containsExactly(TaskKind.SETTING_MISSING);
    }

    private static Instant notifiedAt() {
        return Objects.requireNonNull(
                EventfulCase.notified().known().pursuit().contacted().getFirst().lastHandoverAt());
    }

    private static Instant reminding() {
        return notifiedAt().plus(Duration.ofDays(1));
    }

    private static EventfulCase reminded() {
        var one = EventfulCase.notified();
        return one.later(Duration.between(notifiedAtOf(one), notifiedAtOf(one).plus(Duration.ofDays(1))))
                .looked(Presence.REACHABLE);
    }

    private static Instant notifiedAtOf(EventfulCase one) {
        return one.known().pursuit().contacted().getFirst().lastHandoverAt();
    }
}
