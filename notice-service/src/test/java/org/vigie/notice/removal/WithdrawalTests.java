package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.removal.CaseExamples.HOST;
import static org.vigie.notice.removal.CaseExamples.LATER;
import static org.vigie.notice.removal.CaseExamples.contactOf;
import static org.vigie.notice.removal.CaseExamples.contentId;
import static org.vigie.notice.removal.CaseExamples.decision;
import static org.vigie.notice.removal.CaseExamples.notified;
import static org.vigie.notice.removal.CaseExamples.routed;
import static org.vigie.notice.removal.CaseExamples.sighting;
import static org.vigie.notice.removal.CaseExamples.verified;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.CaseStage.Retracted;

/** A report is taken back: what only it asked for stops, whatever anybody was told is for people. */
class WithdrawalTests {

    private static final Backing NOBODY = new Backing(false, false, false);
    private static final Backing ALL = new Backing(true, true, true);
    private static final UUID ITEM = NameBasedIds.of("item", "one");
    private static final TakenBack FIRST = takenBack("first");

    private static TakenBack takenBack(String report) {
        return new TakenBack(
                NameBasedIds.of("report", report),
                "RP-2026-00000001",
                "partner:hotline",
                "WRONG_URL",
                unit -> unit.isCalled(contentId("a")),
                LATER);
    }

    static Stream<Backing> everyBacking() {
        return Stream.of(
                NOBODY,
                new Backing(true, false, false),
                new Backing(true, true, false),
                ALL,
                new Backing(false, false, true),
                new Backing(true, false, true));
    }

    static Stream<RemovalCase> everyCase() {
        var states = Stream.concat(
                CasesContract.everyState(),
                Stream.of(underWay(), asked(), proposedToBeRetracted(), assessed(), assessedElsewhere()));
        return states.flatMap(known ->
                Stream.of(known, known.byReports().held(CaseExamples.hold("one", LATER), "one")));
    }

    /** Each of them with each backing. */
    @ParameterizedTest
    @MethodSource("everyCase")
    void whateverTheCaseNothingIsTakenBackFromAnybodyByItself(RemovalCase known) {
        everyBacking().forEach(others -> {
            var after = known.byWithdrawals().withdrawn(FIRST, others);

            assertThat(after.byWithdrawals().withdrawn(FIRST, NOBODY))
                    .as("once")
                    .isEqualTo(after);
            assertThat(after.pursuit().contacted()).isEqualTo(known.pursuit().contacted());
            assertThat(after.outcome().targetings()).isEqualTo(known.outcome().targetings());
            assertThat(after.holds()).isEqualTo(known.holds());
            assertThat(after.history().timeline())
                    .extracting(event -> event.kind().what())
                    .contains(What.REPORT_WITHDRAWN);
            if (!known.stage().isOver() && after.stage().isOver()) {
                assertThat(others.caseReported()).as("others reported it").isFalse();
                assertThat(known.pursuit().contacted()).as("nobody was told").isEmpty();
                assertThat(known.history().timeline())
                        .as("no assessor saw it here")
                        .noneMatch(event -> event.kind().what() == What.CLASSIFIED);
            }
            if (others.equals(ALL)) {
                assertThat(after.evidence()).isEqualTo(known.evidence());
                assertThat(after.pursuit()).isEqualTo(known.pursuit());
            }
            if (!others.unitReported() && !after.stage().isOver()) {
                assertThat(after.evidence().verified())
                        .allMatch(unit -> unit.standing().decidedBy() != null);
            }
        });
    }

    @Test
    void whatNobodyWasToldOfEndsWithItsOnlyReport() {
        for (var known :
                List.of(CaseExamples.received(), verified(), routed(), asked(), CaseExamples.unaddressable())) {
            var after = known.byWithdrawals().withdrawn(FIRST, NOBODY);

            assertThat(after.stage()).isInstanceOf(Retracted.class);
            assertThat(after.pending()).isNull();
        }
    }

    @Test
    void itBeginsAnewWhenItIsReportedAgain() {
        var ended = verified().byWithdrawals().withdrawn(FIRST, NOBODY);

        var again = ended.byReports().sighted(sighting("again", "a", Verification.VERIFIED, LATER));

        assertThat(again.cycle()).isEqualTo(2);
        assertThat(again.stage()).isInstanceOf(CaseStage.Verified.class);
    }

    @Test
    void whoeverWasToldIsToldNothingMoreAndNothingIsTakenBackYet() {
        var after = notified().byWithdrawals().withdrawn(FIRST, NOBODY);

        assertThat(after.stage()).isEqualTo(notified().stage());
        assertThat(after.evidence().verified()).isEmpty();
        assertThat(after.toldTo(contactOf(HOST)))
                .extracting(ContentUnit::verification)
                .containsExactly(Verification.SUSPECT);
        assertThat(after.toTakeBackFrom(contactOf(HOST))).isEmpty();
    }

    @Test
    void aNoticeThatMayHaveLeftIsNotForgotten() {
        var after = underWay().byWithdrawals().withdrawn(FIRST, NOBODY);

        assertThat(after.pending()).isEqualTo(underWay().pending());
        assertThat(after.stage()).isEqualTo(underWay().stage());
        assertThat(after.evidence().verified()).isEmpty();
    }

    @Test
    void whatAnotherOnlySuspectsIsSuspectedFromThenOn() {
        var after = routed().byWithdrawals().withdrawn(FIRST, new Backing(true, true, false));

        assertThat(after.stage()).isEqualTo(routed().stage());
        assertThat(after.evidence().verified()).isEmpty();

        var verifiedAgain = after.byReports().sighted(sighting("other", "a", Verification.VERIFIED, LATER));
        assertThat(verifiedAgain.evidence().verified()).hasSize(1);
    }

    @Test
    void whatAnAssessorSawHereGoesOn() {
        var after = assessed().byWithdrawals().withdrawn(FIRST, NOBODY);

        assertThat(after.evidence()).isEqualTo(assessed().evidence());
        assertThat(after.pursuit()).isEqualTo(assessed().pursuit());
    }

    /** The content is known and illegal; that it is at this URL only the report said. */
    @Test
    void whatIsKnownOfTheContentElsewhereDoesNotPutItHere() {
        assertThat(assessedElsewhere().byWithdrawals().withdrawn(FIRST, NOBODY).stage())
                .isInstanceOf(Retracted.class);
    }

    @Test
    void oneContentOfSeveralIsSuspectedAndTheOthersGoOn() {
        var two = routed().byReports().sighted(sighting("second", "b", Verification.VERIFIED, LATER));

        var after = two.byWithdrawals().withdrawn(FIRST, new Backing(true, false, false));

        assertThat(after.evidence().verified())
                .extracting(ContentUnit::contentId)
                .containsExactly(contentId("b"));
        assertThat(after.stage()).isEqualTo(two.stage());
    }

    @Test
    void whatOnlyThatReportVerifiedElsewhereIsSuspectedHere() {
        var after = routed().byWithdrawals().withdrawnElsewhere(takenBack("elsewhere"));

        assertThat(after.stage()).isEqualTo(routed().stage());
        assertThat(after.evidence().verified()).isEmpty();
        assertThat(assessed()
                        .byWithdrawals()
                        .withdrawnElsewhere(takenBack("elsewhere"))
                        .evidence())
                .isEqualTo(assessed().evidence());
    }

    /** A notice was asked for, and none has taken that up. */
    private static RemovalCase asked() {
        return routed().byNotices()
                .ask(new PendingNotice(ITEM, NoticeKind.FIRST, HOST, contactOf(HOST), true, LATER, null, null));
    }

    private static RemovalCase underWay() {
        return asked().byNotices()
                .takenBy(NameBasedIds.of("notice", "one"), ITEM)
                .orElseThrow();
    }

    private static RemovalCase proposedToBeRetracted() {
        return notified().byPeople().retractionProposed(CaseExamples.signed("one", LATER));
    }

    private static RemovalCase assessed() {
        return routed().byReports().classified(decision("here", "a", Verification.VERIFIED, LATER));
    }

    private static RemovalCase assessedElsewhere() {
        return routed().with(assessed().evidence());
    }
}
