package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.removal.CaseExamples.CDN;
import static org.vigie.notice.removal.CaseExamples.HOST;
import static org.vigie.notice.removal.CaseExamples.START;
import static org.vigie.notice.removal.CaseExamples.UPSTREAM;
import static org.vigie.notice.removal.CaseExamples.around;
import static org.vigie.notice.removal.CaseExamples.chain;
import static org.vigie.notice.removal.CaseExamples.contactOf;
import static org.vigie.notice.removal.CaseExamples.handover;
import static org.vigie.notice.removal.CaseExamples.look;
import static org.vigie.notice.removal.CaseExamples.notified;
import static org.vigie.notice.removal.CaseExamples.removal;
import static org.vigie.notice.removal.CaseExamples.routed;
import static org.vigie.notice.removal.CaseExamples.sighting;
import static org.vigie.notice.removal.CaseExamples.verified;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.escalation.NextStep.Leave;
import org.vigie.notice.escalation.Step.AwaitProvider;
import org.vigie.notice.escalation.Step.CallPerson;
import org.vigie.notice.escalation.Step.Exhaust;
import org.vigie.notice.escalation.Step.GiveUp;
import org.vigie.notice.escalation.Step.Rest;
import org.vigie.notice.escalation.Step.TakeRoute;
import org.vigie.notice.escalation.Step.WantChain;
import org.vigie.notice.escalation.Step.WantCheck;
import org.vigie.notice.escalation.Step.Why;
import org.vigie.notice.escalation.Step.Write;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.Addressee;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.CaseStage;
import org.vigie.notice.removal.Handover;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.Observation;
import org.vigie.notice.removal.PendingNotice;
import org.vigie.notice.removal.Refused;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Targeting;
import org.vigie.notice.removal.Wants;
import org.vigie.notice.task.TaskKind;

/** Who is next, when and why. */
class NextStepTests {

    private static final RegistryView TWO = around(1, START, HOST, CDN);
    private static final Duration RUNG = DomainRules.DEFAULTS.rung();

    private final NextStep next = new NextStep(DomainRules.DEFAULTS);

    /** A host may be slower than a day: a reminder then says when the look was, for three days. */
    @Test
    void aReminderRestsOnALateLookForThreeDaysAndThenOnNothing() {
        var known = CaseExamples.notified().byChecks().seen(CaseExamples.look(1, Presence.REACHABLE, START), START);
        var asked = new PendingNotice(
                CaseExamples.CASE, NoticeKind.REMINDER, HOST, CaseExamples.contactOf(HOST), true, days(1), null, null);
        var wanting = known.byNotices().ask(asked).wantsCheck(days(1));

        assertThat(next.mayLeave(wanting, asked, days(3))).isEqualTo(Leave.NOW);
        assertThat(next.isVerified(wanting, asked, days(3))).isTrue();
        assertThat(next.mayLeave(wanting, asked, days(3).plusSeconds(1))).isEqualTo(Leave.NEVER);
        assertThat(next.of(wanting, around(1, days(3), HOST), days(3)))
                .as("a person is asked to look")
                .isEqualTo(new CallPerson(TaskKind.LOOK_BLOCKED, days(14)));
    }

    @Test
    void waitsForVerificationAndForAChain() {
        assertThat(next.of(CaseExamples.received(), TWO, START)).isEqualTo(new Rest(null, Why.NOT_VERIFIED));
        assertThat(next.of(CaseExamples.rejected(), TWO, START)).isEqualTo(new Rest(null, Why.NOT_ILLEGAL));
        assertThat(next.of(verified(), new RegistryView(null, Map.of()), START))
                .isEqualTo(new Rest(null, Why.WAITS_FOR_CHAIN));
    }

    @Test
    void takesTheBestOfTheChain() {
        assertThat(next.of(verified(), TWO, START))
                .isInstanceOfSatisfying(
                        TakeRoute.class,
                        step -> assertThat(step.route().addressee()).isEqualTo(HOST));
    }

    @Test
    void waitsForTheCopyOfAProviderItNames() {
        var around = new RegistryView(TWO.chain(), Map.of());

        assertThat(next.of(verified(), around, START)).isInstanceOf(AwaitProvider.class);
    }

    @Test
    void givesUpWithoutAUsableContactAndTakesALaterChainWithOne() {
        assertThat(next.of(verified(), around(1, START, Health.DEAD, HOST), START))
                .isInstanceOfSatisfying(
                        GiveUp.class, step -> assertThat(step.reason()).isEqualTo("NO_USABLE_CONTACT"));
        assertThat(next.of(CaseExamples.unaddressable(), around(1, START, HOST), START))
                .isEqualTo(new Rest(null, Why.NOBODY_TO_TELL));
        assertThat(next.of(CaseExamples.unaddressable(), around(2, START, HOST), START))
                .isInstanceOf(TakeRoute.class);
        assertThat(next.of(CaseExamples.exhausted(), around(2, START, CDN), START))
                .isInstanceOf(TakeRoute.class);
    }

    @Test
    void aChainOlderThanTheOneWantedIsNotUsed() {
        var known = verified().wants(Wants.NOTHING.chain(START.plusSeconds(1)));

        assertThat(next.of(known, TWO, START)).isEqualTo(new Rest(null, Why.WAITS_FOR_CHAIN));
    }

    @Test
    void writesTheFirstNoticeOnAFreshLookOnly() {
        assertThat(next.of(routed(), TWO, START)).isInstanceOf(WantCheck.class);
        assertThat(next.of(up(routed(), START), TWO, START.plus(Duration.ofMinutes(15))))
                .isEqualTo(write(NoticeKind.FIRST, HOST, 2, true));
        assertThat(next.of(up(routed(), START), TWO, START.plus(Duration.ofMinutes(16))))
                .isInstanceOf(WantCheck.class);
    }

    @Test
    void writesTheFirstNoticeAtAnyHourOfTheWeek() {
        for (int hour = 0; hour < 24 * 7; hour++) {
            var at = START.plus(Duration.ofHours(hour));

            assertThat(next.of(up(chained(routed(), at), at), TWO, at))
                    .as("%s", at)
                    .isEqualTo(write(NoticeKind.FIRST, HOST, 2, true));
        }
    }

    /** The case waited for a person, a hold or the kill switch: the content may lie elsewhere by now. */
    @Test
    void nobodyIsWrittenToOnAChainOfMoreThanADay() {
        var day = START.plus(Duration.ofDays(1));
        var later = day.plusSeconds(1);
        var known = up(routed(), later);
        assertThat(next.of(up(routed(), day), TWO, day)).isEqualTo(write(NoticeKind.FIRST, HOST, 2, true));

        assertThat(next.of(known, TWO, later)).isEqualTo(new WantChain());
        var waiting = known.wantsChain(later);
        assertThat(next.of(waiting, TWO, later)).isEqualTo(new Rest(null, Why.WAITS_FOR_CHAIN));
        assertThat(waiting.wantsChain(later.plusSeconds(1))).isEqualTo(waiting);

        var advanced =
                new Advance(next).from(waiting, around(2, later, CDN), later).known();
        assertThat(advanced.pending()).extracting(PendingNotice::addressee).isEqualTo(CDN);
    }

    @Test
    void noEscalationOnAChainOfMoreThanADay() {
        var known = up(notified().byNotices().refused(refusal(), UUID.randomUUID(), "5.1.1", START), days(2));

        assertThat(next.of(known, TWO, days(2))).isEqualTo(new WantChain());
    }

    @Test
    void aNoticeThatWaitedForADayLeavesOnAFreshChainOnly() {
        var known = up(routed(), days(2));

        assertThat(next.mayLeave(known, wish(NoticeKind.FIRST), days(2))).isEqualTo(Leave.AFTER_A_CHAIN);
        assertThat(next.mayLeave(chained(known, days(2)), wish(NoticeKind.FIRST), days(2)))
                .isEqualTo(Leave.NOW);
        var told = notified();
        var reminding = up(told, days(2));
        assertThat(next.mayLeave(reminding, wish(NoticeKind.REMINDER), days(2))).isEqualTo(Leave.NOW);
    }

    @Test
    void asksForALookOnceAndWaitsForIt() {
        var asked = routed().wants(Wants.NOTHING.check(START));

        assertThat(next.of(asked, TWO, START)).isEqualTo(new Rest(null, Why.WAITS_FOR_LOOK));
    }

    @Test
    void aRecentSightingStandsInWhereWeAreBlocked() {
        var blocked = routed().byChecks().seen(look(1, Presence.UNKNOWN, List.of(Flag.BLOCKED), START), START);

        assertThat(next.of(chained(blocked, days(3)), TWO, days(3))).isEqualTo(write(NoticeKind.FIRST, HOST, 2, false));
        assertThat(next.of(chained(blocked, days(3)), TWO, START.plus(Duration.ofHours(73))))
                .isEqualTo(new CallPerson(TaskKind.LOOK_BLOCKED, null));
    }

    @Test
    void nothingIsWrittenWhileItIsDownOrSuspect() {
        assertThat(next.of(notified().byChecks().seen(look(1, Presence.SUSPECT, START), START), TWO, days(2)))
                .isEqualTo(new Rest(null, Why.NOT_UP));
        assertThat(next.of(
                        notified().byChecks().seen(look(1, Presence.DOWN, START, removal(START, null)), START),
                        TWO,
                        days(2)))
                .isEqualTo(new Rest(null, Why.NOT_UP));
    }

    /** The checker's next look after a removal may be weeks away. */
    @Test
    void whatSomebodySawSinceItWasCalledDownIsLookedAtAgain() {
        var down = notified().byChecks().seen(look(1, Presence.DOWN, days(1), removal(days(1), null)), days(1));
        for (var gone : List.of(
                down,
                down.byChecks().seen(look(2, Presence.GONE, days(8), removal(days(1), null)), days(8)),
                CaseExamples.exhausted()
                        .byChecks()
                        .seen(look(1, Presence.DOWN, days(1), removal(days(1), null)), days(1)),
                CaseExamples.unaddressable()
                        .byChecks()
                        .seen(look(1, Presence.DOWN, days(1), removal(days(1), null)), days(1)),
                notified().byChecks().seen(look(1, Presence.SUSPECT, days(1)), days(1)))) {
            assertThat(next.of(gone, TWO, days(40))).isInstanceOf(Rest.class);

            var reported = gone.byReports().sighted(sighting("again", "a", Verification.SUSPECT, days(40)));
            var observed = gone.byPeople()
                    .observed(new Observation(
                            UUID.randomUUID(), Observation.Seen.PRESENT, CaseExamples.signed("one", days(40))));
            for (var sighted : List.of(reported, observed)) {
                assertThat(sighted.waitsForWantedCheck()
                                || next.of(sighted, TWO, days(40)).equals(new WantCheck()))
                        .isTrue();
                var waiting = sighted.wantsCheck(days(40));
                assertThat(next.of(waiting, TWO, days(40))).isInstanceOf(Rest.class);
                var looked =
                        waiting.byChecks().seen(look(9, Presence.DOWN, days(41), removal(days(1), null)), days(41));
                assertThat(next.of(looked, TWO, days(41))).isInstanceOf(Rest.class);
            }
            assertThat(next.of(
                            gone.byReports().sighted(sighting("old", "a", Verification.SUSPECT, START)), TWO, days(40)))
                    .isInstanceOf(Rest.class);
        }
    }

    /** As from a checker whose clock is ahead of ours. */
    @Test
    void aLookOfJustNowThatToldNothingIsNotAskedForOnceMoreInTheSameBreath() {
        var known = routed().byChecks().seen(look(1, Presence.UNKNOWN, START.plusSeconds(5)), START);

        assertThat(next.of(known, TWO, START))
                .isEqualTo(new Rest(START.plus(Duration.ofMinutes(15)), Why.WAITS_FOR_LOOK));
    }

    @Test
    void nothingIsWrittenWhileItIsHeld() {
        var hold = Hold.reported("police", "investigation", START, days(10), false, null);
        var held = up(
                CaseExamples.opened()
                        .byReports()
                        .sighted(sighting("first", "a", Verification.VERIFIED, List.of(hold), START)),
                START);

        assertThat(next.of(held, TWO, START)).isEqualTo(new Rest(days(7), Why.HELD));
        assertThat(next.of(held, TWO, days(7))).isEqualTo(new Rest(days(9), Why.HELD));
        assertThat(next.of(held, TWO, days(9))).isEqualTo(new Rest(days(10), Why.HELD));
        assertThat(next.of(held, TWO, days(10))).isEqualTo(new Rest(null, Why.HELD));
        assertThat(next.mayLeave(held, wish(NoticeKind.FIRST), START)).isEqualTo(Leave.NEVER);
    }

    @Test
    void anOrderToPreserveStopsNothingAndIsReviewed() {
        var order = CaseExamples.preservation("order", START, Duration.ofDays(10));
        var known = up(routed(), START);

        assertThat(next.of(known.byPeople().held(order), TWO, START)).isEqualTo(next.of(known, TWO, START));
        var waiting = CaseExamples.received().byPeople().held(order);
        assertThat(next.of(waiting, TWO, START)).isEqualTo(new Rest(days(7), Why.NOT_VERIFIED));
        assertThat(next.of(waiting, TWO, days(9))).isEqualTo(new Rest(days(10), Why.NOT_VERIFIED));
        assertThat(next.of(waiting, TWO, days(10))).isEqualTo(new Rest(null, Why.NOT_VERIFIED));
    }

    @Test
    void aNoticeTriedAgainNeedsAFreshLook() {
        var known = up(routed(), START);

        assertThat(next.mayLeave(known, wish(NoticeKind.FIRST), START)).isEqualTo(Leave.NOW);
        assertThat(next.mayLeave(known, wish(NoticeKind.FIRST), START.plus(Duration.ofHours(2))))
                .isEqualTo(Leave.AFTER_A_LOOK);
        assertThat(next.isWanted(known, wish(NoticeKind.FIRST))).isTrue();
    }

    @Test
    void aReminderMayJoinADigestHalfADayBeforeItFallsDueAndNotSooner() {
        var halfADay = START.plus(Duration.ofHours(12));
        var known = up(notified(), halfADay);

        assertThat(next.of(known, TWO, halfADay.minusSeconds(1))).isEqualTo(new Rest(halfADay, Why.WAITS_FOR_ANSWER));
        assertThat(next.of(known, TWO, halfADay)).isEqualTo(write(NoticeKind.REMINDER, HOST, 2, true));
        assertThat(next.dueAt(known, NoticeKind.REMINDER, HOST, halfADay)).isEqualTo(days(1));
        assertThat(next.dueAt(known, NoticeKind.REMINDER, HOST, days(2))).isEqualTo(days(2));
        assertThat(next.dueAt(known, NoticeKind.FIRST, HOST, halfADay)).isEqualTo(halfADay);
    }

    @Test
    void noReminderFallsDueInTheSecondInWhichTheNextOneIsWrittenTo() {
        var known = up(reminded(RUNG.minusDays(1)), START.plus(RUNG));

        assertThat(next.of(known, TWO, START.plus(RUNG).minusSeconds(1)))
                .isEqualTo(new Rest(START.plus(RUNG), Why.WAITS_FOR_ANSWER));
    }

    /** What is new does not wait for the day's digest, which a reminder may have joined half a day before. */
    @Test
    void contentVerifiedWhileAReminderWaitsIsToldAtOnce() {
        var known = up(notified(), days(1)).byNotices().ask(wish(NoticeKind.REMINDER));
        var more = up(known.byReports().sighted(sighting("second", "b", Verification.VERIFIED, days(1))), days(1));

        assertThat(next.of(more, TWO, days(1))).isEqualTo(write(NoticeKind.FIRST, HOST, 2, true));
    }

    @Test
    void whatIsTakenBackWhileAReminderWaitsIsToldAtOnce() {
        var two = up(notified().byReports().sighted(sighting("second", "b", Verification.VERIFIED, START)), START);
        var told = two.byNotices().accepted(handover("more", NoticeKind.FIRST, HOST, two, START));
        var reminding = up(told, days(1)).byNotices().ask(wish(NoticeKind.REMINDER));
        var wrong =
                reminding.byReports().classified(CaseExamples.decision("no", "b", Verification.NOT_ILLEGAL, days(1)));

        assertThat(next.of(wrong, TWO, days(1)))
                .isInstanceOfSatisfying(
                        Write.class, write -> assertThat(write.kind()).isEqualTo(NoticeKind.RETRACTION));
    }

    @Test
    void remindsWeeklyAfterFourteenDays() {
        var rules = new DomainRules() {
            @Override
            public Duration rung() {
                return Duration.ofDays(60);
            }
        };
        var known = notified();
        var reminded =
                up(known.byNotices().accepted(handover("r", NoticeKind.REMINDER, HOST, known, days(14))), days(15));

        assertThat(new NextStep(rules).of(reminded, TWO, days(15)))
                .as("until it may join a digest")
                .isEqualTo(new Rest(days(21).minus(Duration.ofHours(12)), Why.WAITS_FOR_ANSWER));
    }

    @Test
    void climbsWhenTheRungIsOver() {
        var known = up(reminded(RUNG.minusHours(1)), START.plus(RUNG));
        var asked = chained(known, START.plus(RUNG));

        assertThat(next.of(known, TWO, START.plus(RUNG).minusSeconds(1))).isInstanceOf(Rest.class);
        assertThat(next.of(asked, around(1, START.plus(RUNG), HOST, CDN), START.plus(RUNG)))
                .isEqualTo(write(NoticeKind.ESCALATION, CDN, 3, true));
    }

    @Test
    void asksForAFreshChainBeforeItClimbs() {
        var known = up(reminded(RUNG.minusHours(1)), START.plus(RUNG));

        assertThat(next.of(known, TWO, START.plus(RUNG))).isEqualTo(new WantChain());

        var waiting = known.wants(known.wants().chain(START.plus(RUNG)));
        assertThat(next.of(waiting, TWO, START.plus(RUNG))).isEqualTo(new Rest(null, Why.WAITS_FOR_CHAIN));
    }

    /** Content may have moved to somebody whom nobody knows of yet. */
    @Test
    void whoCarriesItIsAskedWhenTheRungIsOverThoughNobodyIsNext() {
        var alone = around(1, START, HOST);
        var known = up(reminded(RUNG.minusHours(1)), START.plus(RUNG));

        assertThat(next.of(known, alone, START.plus(RUNG).minusSeconds(1)))
                .isEqualTo(new Rest(START.plus(RUNG), Why.WAITS_FOR_ANSWER));
        assertThat(next.of(known, alone, START.plus(RUNG))).isEqualTo(new WantChain());
    }

    @Test
    void climbsAtOnceWhenTheContactIsDead() {
        var known = up(notified().byNotices().refused(refusal(), UUID.randomUUID(), "5.1.1", START), START);

        assertThat(next.of(known, TWO, START)).isEqualTo(write(NoticeKind.ESCALATION, CDN, 3, true));
    }

    @Test
    void namesLaterContentToTheAddresseeOfTheRunningRung() {
        var known = up(notified().byReports().sighted(sighting("second", "b", Verification.VERIFIED, START)), START);

        assertThat(next.of(known, TWO, START)).isEqualTo(write(NoticeKind.FIRST, HOST, 2, true));
    }

    @Test
    void isExhaustedFourteenDaysAfterTheLastRungBegan() {
        var alone = around(1, days(14), HOST);

        assertThat(next.of(up(reminded(Duration.ofDays(13)), days(14)), alone, days(14)))
                .isInstanceOf(Exhaust.class);
        assertThat(next.of(up(reminded(Duration.ofDays(14).minusHours(1)), days(14)), alone, days(14).minusSeconds(1)))
                .isInstanceOf(Rest.class);
    }

    @Test
    void whoNeedsApprovalIsNotWrittenToWithoutIt() {
        var around = new RegistryView(
                chain(1, START, Approval.OPERATOR, UPSTREAM),
                Map.of(UPSTREAM.providerId(), CaseExamples.provider(UPSTREAM, Health.OK)));

        assertThat(next.of(verified(), around, START)).isInstanceOf(GiveUp.class);
    }

    @Test
    void afterThreeRemindersOnSightingsAPersonIsAskedToLook() {
        var known = notified();
        for (int day = 1; day <= 3; day++) {
            var told = handover("r" + day, NoticeKind.REMINDER, HOST, known, days(day));
            known = known.byNotices()
                    .accepted(new Handover(
                            told.noticeId(),
                            told.reference(),
                            day + 1,
                            1,
                            told.kind(),
                            told.addressee(),
                            told.contactId(),
                            told.contents(),
                            told.countedIn(),
                            false,
                            told.at()));
        }
        known = known.byChecks().seen(look(1, Presence.UNKNOWN, List.of(Flag.GATED), days(4)), days(4));

        assertThat(next.of(known, around(1, days(4), HOST), days(4)))
                .isInstanceOfSatisfying(
                        CallPerson.class, step -> assertThat(step.kind()).isEqualTo(TaskKind.LOOK_BLOCKED));
    }

    @Test
    void contentThatMovedHasAnotherAddressee() {
        assertThat(next.of(notified(), around(2, START, CDN), START))
                .isInstanceOfSatisfying(
                        TakeRoute.class,
                        step -> assertThat(step.route().addressee()).isEqualTo(CDN));
    }

    /** Nobody answered, or the name is gone: that is not that the content lies with somebody else. */
    @Test
    void aChainThatDoesNotSayWhereItLiesMovesNobody() {
        var advance = new Advance(next);
        var registrar = new Addressee(NameBasedIds.of("provider", "registrar"), Role.REGISTRAR);
        for (var chain : List.of(
                partial(2, true, null, registrar),
                partial(2, true, null),
                partial(2, false, "NAME_NOT_FOUND", registrar),
                partial(2, false, "UNROUTABLE", registrar))) {
            var around = new RegistryView(
                    chain, Map.of(registrar.providerId(), CaseExamples.provider(registrar, Health.OK)));

            var rested = advance.from(up(notified(), START), around, START).known();

            assertThat(rested.outcome().targetings()).as("%s", chain).allMatch(Targeting::isOpen);
            assertThat(rested.stage()).isEqualTo(new CaseStage.Notified(1));
            assertThat(rested.route().addressee()).isEqualTo(HOST);
        }
    }

    @Test
    void whoseContentMovedAwayIsNotOpenAgainBecauseNobodyAnswered() {
        var advance = new Advance(next);
        var moved = advance.from(notified(), around(2, days(1), CDN), days(1)).known();
        var told = moved.byNotices().accepted(handover("second", NoticeKind.FIRST, CDN, moved, days(1)));
        assertThat(told.outcome().targetings()).filteredOn(Targeting::isOpen).hasSize(1);

        var around = new RegistryView(partial(3, true, null), Map.of());
        var rested = advance.from(told, around, days(2)).known();

        assertThat(rested.outcome().targetings()).isEqualTo(told.outcome().targetings());
    }

    /** A registry that did not answer says nothing of the registrar; who carries the content is known all the same. */
    @Test
    void ofARegistryThatDidNotAnswerNothingFollowsForTheRegistrar() {
        var registrar = new Addressee(NameBasedIds.of("provider", "registrar"), Role.REGISTRAR);
        var known = notified();
        var told = known.byNotices().accepted(handover("up", NoticeKind.ESCALATION, registrar, known, START));

        var rested = new Advance(next)
                .from(told, new RegistryView(partial(2, true, null, CDN), TWO.providers()), START)
                .known();

        assertThat(rested.outcome().targetings())
                .filteredOn(Targeting::isOpen)
                .extracting(Targeting::role)
                .containsExactly(Role.REGISTRAR);
    }

    /** The notice left for whom the chain of then named. */
    @Test
    void whoIsToldWhileTheContentMovesIsNotTheOneToRemind() {
        var advance = new Advance(next);
        var later = START.plusSeconds(5);
        var around = around(2, START, CDN);
        var moved = advance.from(up(routed(), START), around, START).known();

        var told = moved.byNotices().accepted(handover("late", NoticeKind.FIRST, HOST, routed(), later));
        var rested = advance.from(told, around, later).known();

        assertThat(rested.route().addressee()).isEqualTo(CDN);
        assertThat(rested.stage()).isInstanceOf(CaseStage.Routed.class);
        assertThat(rested.outcome().targetings())
                .singleElement()
                .satisfies(targeting -> assertThat(targeting.endedAt()).isEqualTo(later));
    }

    /** Hops without anybody to write to. */
    private static ChainSnapshot partial(long version, boolean degraded, @Nullable String reason, Addressee... hops) {
        var whole = chain(version, START, Approval.OPERATOR, hops);
        var failures =
                degraded ? List.of(new ChainSnapshot.Failure("DNS", "TIMEOUT")) : List.<ChainSnapshot.Failure>of();
        return new ChainSnapshot(
                whole.caseId(),
                version,
                whole.resolvedAt(),
                whole.hostKind(),
                whole.hops(),
                whole.ranking(),
                failures,
                whole.probeRule(),
                false,
                degraded,
                reason,
                List.of(),
                null);
    }

    @Test
    void oneUnitOfSeveralThatIsNotIllegalIsTakenBackWhileTheOthersGoOn() {
        var two = routed().byReports().sighted(sighting("second", "b", Verification.VERIFIED, START));
        var told = up(two.byNotices().accepted(handover("first", NoticeKind.FIRST, HOST, two, START)), START);
        var corrected = told.byReports()
                .classified(CaseExamples.decision("no", "b", Verification.NOT_ILLEGAL, START.plusSeconds(1)));

        var step = next.of(corrected, TWO, START.plusSeconds(1));
        var asked = wish(NoticeKind.RETRACTION);

        assertThat(step).isEqualTo(write(NoticeKind.RETRACTION, HOST, 0, false));
        assertThat(NextStep.contents(corrected, asked))
                .extracting(ContentUnit::contentId)
                .containsExactly(CaseExamples.contentId("b"));
        var takenBack = corrected
                .byNotices()
                .accepted(handover(
                        "back",
                        NoticeKind.RETRACTION,
                        HOST,
                        corrected,
                        List.of(CaseExamples.contentId("b")),
                        START.plusSeconds(2)));
        assertThat(next.of(takenBack, TWO, START.plusSeconds(2))).isInstanceOf(Rest.class);
        assertThat(next.isWanted(takenBack, asked)).isFalse();
        assertThat(next.of(up(takenBack, days(2)), TWO, days(2))).isEqualTo(write(NoticeKind.REMINDER, HOST, 2, true));
    }

    /** Nobody heard of the error: as if it had not been. Who heard is reminded of it, and counts from then. */
    @Test
    void aUnitThatIsIllegalAfterAllComesBackUnderItsName() {
        var two = routed().byReports().sighted(sighting("second", "b", Verification.VERIFIED, START));
        var told = up(two.byNotices().accepted(handover("first", NoticeKind.FIRST, HOST, two, START)), START);
        var wrong = told.byReports()
                .classified(CaseExamples.decision("no", "b", Verification.NOT_ILLEGAL, START.plusSeconds(1)));
        var b = List.of(CaseExamples.contentId("b"));

        var unheard = wrong.byReports()
                .classified(CaseExamples.decision("yes", "b", Verification.VERIFIED, START.plusSeconds(2)));
        assertThat(unheard.outcome().targetings()).allSatisfy(targeting -> {
            assertThat(targeting.isOpen()).isTrue();
            assertThat(targeting.handedOverAt()).isEqualTo(START);
        });
        assertThat(next.of(unheard, TWO, START.plusSeconds(2))).isInstanceOf(Rest.class);

        var heard = wrong.byNotices()
                .accepted(handover("back", NoticeKind.RETRACTION, HOST, wrong, b, START.plusSeconds(2)));
        var verified = heard.byReports()
                .classified(CaseExamples.decision("yes", "b", Verification.VERIFIED, START.plusSeconds(3)));
        assertThat(verified.outcome().targetings())
                .filteredOn(Targeting::isOpen)
                .hasSize(1);
        assertThat(next.of(up(verified, days(2)), TWO, days(2))).isEqualTo(write(NoticeKind.REMINDER, HOST, 2, true));

        var reminded = verified.byNotices().accepted(handover("again", NoticeKind.REMINDER, HOST, verified, days(2)));
        assertThat(reminded.outcome().targetings())
                .allMatch(Targeting::isOpen)
                .extracting(Targeting::targetingId)
                .containsExactlyElementsOf(told.outcome().targetings().stream()
                        .map(Targeting::targetingId)
                        .toList());
        assertThat(reminded.outcome().targetings())
                .extracting(Targeting::handedOverAt)
                .containsExactlyInAnyOrder(START, days(2));

        var wrongAgain =
                reminded.byReports().classified(CaseExamples.decision("no2", "b", Verification.NOT_ILLEGAL, days(3)));
        assertThat(next.of(wrongAgain, TWO, days(3))).isEqualTo(write(NoticeKind.RETRACTION, HOST, 0, false));
    }

    /** The retraction was on its way when it was decided otherwise: the provider believes what it was told last. */
    @Test
    void aRetractionThatArrivesLateStopsTheClock() {
        var two = routed().byReports().sighted(sighting("second", "b", Verification.VERIFIED, START));
        var told = up(two.byNotices().accepted(handover("first", NoticeKind.FIRST, HOST, two, START)), START);
        var verified = told.byReports()
                .classified(CaseExamples.decision("no", "b", Verification.NOT_ILLEGAL, START.plusSeconds(1)))
                .byReports()
                .classified(CaseExamples.decision("yes", "b", Verification.VERIFIED, START.plusSeconds(2)));

        var late = verified.byNotices()
                .accepted(handover(
                        "back", NoticeKind.RETRACTION, HOST, verified, List.of(CaseExamples.contentId("b")), days(1)));

        assertThat(late.outcome().targetings()).filteredOn(Targeting::isOpen).hasSize(1);
        var reminded = late.byNotices().accepted(handover("again", NoticeKind.REMINDER, HOST, late, days(2)));
        assertThat(reminded.outcome().targetings()).allMatch(Targeting::isOpen);
    }

    @Test
    void comesBackWithAStayDownNotice() {
        var back = notified()
                .byChecks()
                .seen(look(1, Presence.REAPPEARED, days(1), removal(START, days(1))), days(1))
                .byChain()
                .routed(CaseExamples.route(2, HOST), days(1));

        assertThat(next.of(back, around(2, days(1), HOST), days(1)))
                .isEqualTo(write(NoticeKind.STAYDOWN, HOST, 2, true));
    }

    private static Refused refusal() {
        return Refused.byContact(1, HOST, contactOf(HOST), UUID.randomUUID());
    }

    private static RemovalCase reminded(Duration after) {
        var known = notified();
        return known.byNotices().accepted(handover("reminder", NoticeKind.REMINDER, HOST, known, START.plus(after)));
    }

    /** With a chain of the same that was made then. */
    private static RemovalCase chained(RemovalCase known, Instant at) {
        return known.byChain().adopted(CaseExamples.route(1, at, HOST));
    }

    private static RemovalCase up(RemovalCase known, Instant at) {
        return known.byChecks().seen(look(known.presence().version() + 1, Presence.REACHABLE, at), at);
    }

    private static Instant days(int days) {
        return START.plus(Duration.ofDays(days));
    }

    private static PendingNotice wish(NoticeKind kind) {
        return new PendingNotice(UUID.randomUUID(), kind, HOST, contactOf(HOST), true, START, null, null);
    }

    private static Write write(NoticeKind kind, Addressee to, int tier, boolean verifiable) {
        return new Write(kind, new Candidate(to, tier, contactOf(to)), verifiable);
    }
}
