package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.notice.removal.CaseExamples.CDN;
import static org.vigie.notice.removal.CaseExamples.HOST;
import static org.vigie.notice.removal.CaseExamples.LATER;
import static org.vigie.notice.removal.CaseExamples.START;
import static org.vigie.notice.removal.CaseExamples.contentId;
import static org.vigie.notice.removal.CaseExamples.decision;
import static org.vigie.notice.removal.CaseExamples.handover;
import static org.vigie.notice.removal.CaseExamples.look;
import static org.vigie.notice.removal.CaseExamples.notified;
import static org.vigie.notice.removal.CaseExamples.removal;
import static org.vigie.notice.removal.CaseExamples.routed;
import static org.vigie.notice.removal.CaseExamples.sighting;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.notice.content.Sightings;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.CaseStage.Notified;
import org.vigie.notice.removal.Targeting.VoidReason;

/** What evidence, looks and hand-overs make of one case. */
class RemovalCaseTests {

    @Test
    void countsEveryReportOnceAndAUnitItKnowsStaysOne() {
        var once = CaseExamples.received().byReports().sighted(sighting("second", "a", Verification.SUSPECT, LATER));
        var twice = once.byReports().sighted(sighting("second", "a", Verification.SUSPECT, LATER));

        assertThat(twice).isEqualTo(once);
        assertThat(once.contents()).hasSize(1);
        assertThat(once.evidence().sightings()).isEqualTo(new Sightings(2, 0, 0));
        assertThat(once.contents().getFirst().sightings()).isEqualTo(new Sightings(2, 0, 0));
    }

    @Test
    void anOlderDecisionChangesNothing() {
        var decided =
                CaseExamples.received().byReports().classified(decision("late", null, Verification.NOT_ILLEGAL, LATER));

        var told = decided.byReports().classified(decision("early", null, Verification.VERIFIED, START));

        assertThat(told.evidence()).isEqualTo(decided.evidence());
        assertThat(told.stage()).isEqualTo(decided.stage());
        assertThat(told.history().timeline()).isEqualTo(decided.history().timeline());
    }

    /** Read again after something was reported that nobody assessed. */
    @Test
    void aDecisionThatCameTooLateSaysNothingOfWhatIsReportedLater() {
        var early = decision("early", null, Verification.NOT_ILLEGAL, START);
        var later = CaseExamples.received()
                .byReports()
                .classified(decision("late", null, Verification.VERIFIED, LATER))
                .byReports()
                .classified(early)
                .byReports()
                .sighted(sighting("second", "b", Verification.VERIFIED, LATER));

        assertThat(later.byReports().classified(early)).isEqualTo(later);
    }

    /** Delivered again after something else was reported: nobody assessed that. */
    @Test
    void aDecisionOnEverythingThereWasSaysNothingOfWhatIsReportedLater() {
        var all = decision("all", null, Verification.VERIFIED, LATER);
        var later = CaseExamples.received()
                .byReports()
                .classified(all)
                .byReports()
                .sighted(sighting("second", "b", Verification.SUSPECT, LATER.plusSeconds(1)));

        var again = later.byReports().classified(all);

        assertThat(again).isEqualTo(later);
        assertThat(again.evidence().verified())
                .extracting(ContentUnit::contentId)
                .containsExactly(contentId("a"));
    }

    @Test
    void refusesADecisionOnAUnitItDoesNotHave() {
        var known = CaseExamples.received();

        assertThatThrownBy(() -> known.byReports().classified(decision("other", "z", Verification.VERIFIED, LATER)))
                .isInstanceOf(UnknownContent.class);
    }

    @Test
    void oneNotIllegalUnitAmongSeveralEndsItsTargetingsOnly() {
        var two = routed().byReports().sighted(sighting("second", "b", Verification.VERIFIED, START));
        var told = two.byNotices().accepted(handover("first", NoticeKind.FIRST, HOST, two, START));

        var corrected = told.byReports().classified(decision("not", "b", Verification.NOT_ILLEGAL, LATER));

        assertThat(targeting(corrected, "a").end()).isEqualTo(new End.Open());
        assertThat(targeting(corrected, "b").end()).isEqualTo(new End.NotIllegal(new End.Open()));
        assertThat(corrected.stage()).isEqualTo(new Notified(1));
    }

    @Test
    void aHandOverTargetsEachUnitOnceAndRemindersNone() {
        var known = notified();
        var reminded = known.byNotices().accepted(handover("second", NoticeKind.REMINDER, HOST, known, LATER));

        assertThat(known.outcome().targetings()).hasSize(1);
        assertThat(reminded.outcome().targetings()).hasSize(1);
        assertThat(reminded.outcome().targetings().getFirst().correspondence().notices())
                .hasSize(2);
        assertThat(reminded.stage()).isEqualTo(new Notified(1));
    }

    @Test
    void anEscalationIsTheNextLevelAndTargetsAnew() {
        var known = notified();
        var escalated = known.byNotices().accepted(handover("second", NoticeKind.ESCALATION, CDN, known, LATER));

        assertThat(escalated.stage()).isEqualTo(new Notified(2));
        assertThat(escalated.outcome().targetings()).hasSize(2);
        assertThat(escalated.route().addressee()).isEqualTo(CDN);
    }

    @Test
    void contentVerifiedLaterIsTargetedWithoutAnotherLevel() {
        var known = notified().byReports().sighted(sighting("second", "b", Verification.VERIFIED, LATER));
        assertThat(known.untold(HOST)).extracting(ContentUnit::contentId).containsExactly(contentId("b"));

        var told = known.byNotices()
                .accepted(handover("second", NoticeKind.FIRST, HOST, known, List.of(contentId("b")), LATER));

        assertThat(told.stage()).isEqualTo(new Notified(1));
        assertThat(told.pursuit().level()).isEqualTo(1);
        assertThat(told.outcome().targetings()).hasSize(2);
    }

    @Test
    void goneEndsOpenTargetingsAtTheFirstBadLook() {
        var downAt = START.plus(Duration.ofMinutes(30));

        var gone = notified().byChecks().seen(look(1, Presence.DOWN, LATER, removal(downAt, null)), LATER);

        assertThat(gone.outcome().targetings())
                .singleElement()
                .extracting(Targeting::end)
                .isInstanceOfSatisfying(
                        End.Removed.class, removed -> assertThat(removed.at()).isEqualTo(downAt));
        assertThat(gone.wants().chainAfter()).isEqualTo(LATER);
    }

    @Test
    void aHandOverLaterThanTheRemovalCountsNowhere() {
        var gone = routed().byChecks().seen(look(1, Presence.DOWN, START, removal(START, null)), START);

        var told = gone.byNotices().accepted(handover("first", NoticeKind.FIRST, HOST, gone, LATER));

        assertThat(told.outcome().targetings())
                .singleElement()
                .extracting(Targeting::end)
                .isEqualTo(new End.TooLate());
        assertThat(CaseStatus.of(told)).isEqualTo(CaseStatus.GONE_BEFORE_NOTICE);
    }

    @Test
    void isShownAsBackOnlyIfItCameBack() {
        var back = notified()
                .byChecks()
                .seen(look(1, Presence.DOWN, LATER, removal(LATER, null)), LATER)
                .byChecks()
                .seen(look(2, Presence.REAPPEARED, LATER, removal(LATER, LATER)), LATER);
        var reportedAnew =
                CaseExamples.retracted().byReports().sighted(sighting("new", "b", Verification.VERIFIED, LATER));

        assertThat(CaseStatus.of(back)).isEqualTo(CaseStatus.REAPPEARED);
        assertThat(CaseStatus.of(back.byChain().routed(CaseExamples.route(2, HOST), LATER)))
                .isEqualTo(CaseStatus.ROUTED);
        assertThat(CaseStatus.of(reportedAnew)).isEqualTo(CaseStatus.VERIFIED);
    }

    @Test
    void missedSnapshotsAreActedUponWithTheNext() {
        var stepByStep = notified()
                .byChecks()
                .seen(look(1, Presence.DOWN, LATER, removal(LATER, null)), LATER)
                .byChecks()
                .seen(look(2, Presence.REAPPEARED, LATER, removal(LATER, LATER)), LATER);
        var atOnce = notified().byChecks().seen(look(2, Presence.REAPPEARED, LATER, removal(LATER, LATER)), LATER);

        assertThat(atOnce.stage()).isEqualTo(stepByStep.stage());
        assertThat(atOnce.cycle()).isEqualTo(2);
        assertThat(atOnce.outcome().targetings()).isEqualTo(stepByStep.outcome().targetings());
    }

    @Test
    void anOlderLookChangesNothing() {
        var known = notified().byChecks().seen(look(5, Presence.REACHABLE, LATER), LATER);

        assertThat(known.byChecks().seen(look(4, Presence.DOWN, LATER, removal(LATER, null)), LATER))
                .isEqualTo(known);
    }

    @Test
    void aProviderThatLeavesTheChainIsMovedAndOpenWhenItReturns() {
        var moved = notified().byChain().movedAwayFrom(ChainParties.of(List.of(CDN), true, false), LATER);
        assertThat(moved.outcome().targetings().getFirst().end()).isEqualTo(new End.Moved(LATER));
        assertThat(moved.byChain().movedAwayFrom(ChainParties.of(List.of(CDN), true, false), LATER))
                .isEqualTo(moved);

        var back = moved.byChain().movedAwayFrom(ChainParties.of(List.of(CDN, HOST), true, false), LATER);

        assertThat(back.outcome().targetings().getFirst().isOpen()).isTrue();
    }

    @Test
    void aWishIsTakenByOneNoticeOnly() {
        var item = UUID.randomUUID();
        var notice = UUID.randomUUID();
        var asked = new PendingNotice(item, NoticeKind.FIRST, HOST, UUID.randomUUID(), true, START, null, null);
        var known = routed().byNotices().ask(asked);

        var taken = known.byNotices().takenBy(notice, item).orElseThrow();

        assertThat(taken.byNotices().takenBy(notice, item)).contains(taken);
        assertThat(taken.byNotices().takenBy(UUID.randomUUID(), item)).isEmpty();
        assertThat(taken.byNotices().dropped(item, LATER).pending()).isNull();
        assertThat(taken.byNotices().dropped(UUID.randomUUID(), LATER)).isEqualTo(taken);
    }

    @Test
    void aRefusalOfAContactIsKeptForTheCycle() {
        var notice = NameBasedIds.of("notice", "first");
        var contact = UUID.randomUUID();

        var refusal = Refused.byContact(1, HOST, contact, notice);

        var refused = routed().byNotices().refused(refusal, notice, "5.1.1", LATER);

        assertThat(refused.pursuit().refused()).containsExactly(refusal);
        assertThat(refused.byNotices().refused(refusal, notice, "5.1.1", LATER)).isEqualTo(refused);
    }

    @Test
    void aReminderThatTheChannelTakesLateCountsAndBringsNoRungBack() {
        var known = CaseExamples.exhausted();

        var after = known.byNotices().accepted(handover("late", NoticeKind.REMINDER, HOST, known, LATER));

        assertThat(after.stage()).isEqualTo(known.stage());
        assertThat(after.outcome().targetings())
                .singleElement()
                .satisfies(targeting ->
                        assertThat(targeting.correspondence().notices()).hasSize(2));
    }

    @Test
    void unitsThatTurnOutToShareAHashAreOneAndADoubleTargetingCountsOnce() {
        var two = routed().byReports().sighted(sighting("second", "b", Verification.VERIFIED, START));
        var told = two.byNotices().accepted(handover("first", NoticeKind.FIRST, HOST, two, START));
        var both = CaseExamples.unit("b", Verification.VERIFIED, LATER);
        var shared = new ContentUnit(
                both.contentId(),
                List.of(),
                both.kind(),
                both.hashes(),
                null,
                List.of("token-a", "token-b"),
                both.standing(),
                null,
                null,
                LATER,
                both.sightings());
        var sighting = new Sighting(
                UUID.randomUUID(),
                "RP-2026-00000003",
                "operator",
                told.evidence().place(),
                shared,
                null,
                List.of(),
                LATER);

        var merged = told.byReports().sighted(sighting);

        assertThat(merged.contents()).hasSize(1);
        assertThat(merged.outcome().targetings())
                .extracting(Targeting::end)
                .contains(new End.Voided(VoidReason.MERGED), new End.Open());
    }

    @Test
    void whatOnlyOneOfTheMergedUnitsWasTargetedForStaysTargetedUnderTheSurvivor() {
        var first = routed().byNotices().accepted(handover("first", NoticeKind.FIRST, HOST, routed(), START));
        var later = first.byReports().sighted(sighting("second", "b", Verification.SUSPECT, START));
        var shared = CaseExamples.unitOf("c", List.of("token-b", "token-a", "token-0"), LATER);

        var merged = later.byReports()
                .sighted(new Sighting(
                        UUID.randomUUID(),
                        "RP-2026-00000003",
                        "operator",
                        later.evidence().place(),
                        shared,
                        null,
                        List.of(),
                        LATER));

        assertThat(merged.contents()).hasSize(1);
        assertThat(merged.contents().getFirst().isCalled(contentId("a"))).isTrue();
        assertThat(merged.contents().getFirst().isCalled(contentId("b"))).isTrue();
        assertThat(merged.contents().getFirst().token()).isEqualTo("token-0");
        assertThat(merged.outcome().targetings()).singleElement().satisfies(targeting -> {
            assertThat(targeting.isOpen()).isTrue();
            assertThat(targeting.revision())
                    .isGreaterThan(first.outcome().targetings().getFirst().revision());
        });
        assertThat(merged.untold(HOST)).isEmpty();
    }

    @Test
    void hashesThatSeveralReportsGiveAreTheSameInAnyOrder() {
        var sha = CaseExamples.unitWith(new Hashes("s", null, null, null, null), List.of("token-s"));
        var md5 = CaseExamples.unitWith(new Hashes(null, null, "m", null, null), List.of("token-m"));
        var both = CaseExamples.unitWith(new Hashes("s", null, "m", null, null), List.of("token-s", "token-m"));

        assertThat(tokensAfter(sha, md5, both)).containsExactly("token-s", "token-m");
        assertThat(tokensAfter(md5, sha, both)).containsExactly("token-s", "token-m");
        assertThat(tokensAfter(both, md5, sha)).containsExactly("token-s", "token-m");
    }

    private static List<String> tokensAfter(ContentUnit... seen) {
        var known = CaseExamples.opened();
        for (var unit : seen) {
            known = known.byReports()
                    .sighted(new Sighting(
                            UUID.randomUUID(),
                            "RP-2026-00000003",
                            "operator",
                            known.evidence().place(),
                            unit,
                            null,
                            List.of(),
                            LATER));
        }
        assertThat(known.contents()).hasSize(1);
        return known.contents().getFirst().tokens();
    }

    private static Targeting targeting(RemovalCase known, String content) {
        return known.outcome().targetings().stream()
                .filter(targeting -> targeting.contentId().equals(contentId(content)))
                .findFirst()
                .orElseThrow();
    }
}
