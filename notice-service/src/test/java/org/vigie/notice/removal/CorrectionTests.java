package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.removal.CaseExamples.HOST;
import static org.vigie.notice.removal.CaseExamples.LATER;
import static org.vigie.notice.removal.CaseExamples.contactOf;
import static org.vigie.notice.removal.CaseExamples.contentId;
import static org.vigie.notice.removal.CaseExamples.notified;
import static org.vigie.notice.removal.CaseExamples.routed;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.events.Act;
import org.vigie.events.Category;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.notice.content.ContentUnit;
import org.vigie.notice.content.ContentUnit.Assessment;
import org.vigie.notice.content.Verdict;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.CaseStage.Retracted;

/** A report is corrected: what it says now counts, what others say stays, what anybody was told is for people. */
class CorrectionTests {

    private static final Backing NOBODY = new Backing(false, false, false);
    private static final Backing ALL = new Backing(true, true, true);
    private static final Assessment ANOTHER = new Assessment(
            Maturation.PREPUBESCENT, Act.UNKNOWN, "interpol", "baseline", "Example Hotline", 2, null, null, null);

    private static Corrected to(Verification verification) {
        return new Corrected(
                NameBasedIds.of("correction", verification),
                "RP-2026-00000001",
                "partner:hotline",
                unit -> unit.isCalled(contentId("a")),
                Verdict.reported(
                        verification, Category.CSAM, ANOTHER, verification == Verification.VERIFIED ? LATER : null),
                LATER);
    }

    static Stream<RemovalCase> everyCase() {
        return WithdrawalTests.everyCase();
    }

    /** Each of them, corrected to each verification, with each backing. */
    @ParameterizedTest
    @MethodSource("everyCase")
    void whateverTheCaseNothingEndsAndNothingIsTakenBackByItself(RemovalCase known) {
        for (var verification : Verification.values()) {
            WithdrawalTests.everyBacking().forEach(others -> {
                var after = known.byCorrections().corrected(to(verification), others);

                assertThat(after.byCorrections().corrected(to(verification), NOBODY))
                        .as("once")
                        .isEqualTo(after);
                assertThat(after.pursuit().contacted())
                        .isEqualTo(known.pursuit().contacted());
                assertThat(after.holds()).isEqualTo(known.holds());
                assertThat(after.presence()).isEqualTo(known.presence());
                assertThat(after.evidence().sightings())
                        .isEqualTo(known.evidence().sightings());
                assertThat(after.evidence().lastSightingAt())
                        .isEqualTo(known.evidence().lastSightingAt());
                assertThat(after.history().timeline())
                        .filteredOn(event -> event.kind().what() == What.REPORT_CORRECTED)
                        .hasSize(1);
                if (!known.stage().isOver()) {
                    assertThat(after.stage().isOver()).as("ended").isFalse();
                }
                if (known.stage() instanceof Retracted || others.unitVerified()) {
                    assertThat(after.evidence()).isEqualTo(known.evidence());
                    assertThat(after.pursuit()).isEqualTo(known.pursuit());
                }
                assertThat(after.contents())
                        .as("what assessors decided")
                        .containsAll(known.contents().stream()
                                .filter(unit -> unit.standing().decidedBy() != null)
                                .toList());
            });
        }
    }

    @Test
    void whatIsVerifiedInOtherWordsGoesOnInThem() {
        var after = notified().byCorrections().corrected(to(Verification.VERIFIED), NOBODY);

        assertThat(after.stage()).isEqualTo(notified().stage());
        assertThat(after.evidence().verified())
                .extracting(ContentUnit::assessment)
                .containsExactly(ANOTHER);
        assertThat(after.toTakeBackFrom(contactOf(HOST))).isEmpty();
    }

    @Test
    void whatOthersVerifyStaysInTheirWords() {
        var after = notified().byCorrections().corrected(to(Verification.VERIFIED), ALL);

        assertThat(after.evidence()).isEqualTo(notified().evidence());
    }

    @Test
    void whatIsWorseThanWasThoughtIsVerified() {
        var after = suspected().byCorrections().corrected(to(Verification.VERIFIED), NOBODY);

        assertThat(after.evidence().verified()).hasSize(1);
        assertThat(after.stage()).isInstanceOf(CaseStage.Verified.class);
        assertThat(after.waiting().nextStepAt()).isEqualTo(LATER);
    }

    @Test
    void whatIsOnlySuspectedIsSuspectedInTheWordsOfItsOnlyReport() {
        var alone = suspected().byCorrections().corrected(to(Verification.SUSPECT), NOBODY);
        var among = suspected().byCorrections().corrected(to(Verification.SUSPECT), new Backing(true, true, false));

        assertThat(alone.contents()).extracting(ContentUnit::assessment).containsExactly(ANOTHER);
        assertThat(among.evidence()).isEqualTo(suspected().evidence());
    }

    /** Not illegal is for our assessors to say. */
    @ParameterizedTest
    @EnumSource(
            value = Verification.class,
            names = {"SUSPECT", "NOT_ILLEGAL"})
    void whoWasToldIsToldNothingMoreAndNothingIsTakenBackYet(Verification now) {
        var after = notified().byCorrections().corrected(to(now), NOBODY);

        assertThat(after.stage()).isEqualTo(notified().stage());
        assertThat(after.toldTo(contactOf(HOST)))
                .extracting(ContentUnit::verification)
                .containsExactly(Verification.SUSPECT);
        assertThat(after.toTakeBackFrom(contactOf(HOST))).isEmpty();
    }

    @Test
    void whatIsVerifiedAgainAfterAllGoesOn() {
        var doubted = routed().byCorrections().corrected(to(Verification.SUSPECT), NOBODY);

        var after = doubted.byCorrections().corrected(to(Verification.VERIFIED), NOBODY);

        assertThat(after.evidence().verified()).hasSize(1);
        assertThat(after.stage()).isEqualTo(routed().stage());
    }

    private static RemovalCase suspected() {
        return CaseExamples.received()
                .byReports()
                .sighted(CaseExamples.sighting("first", "a", Verification.SUSPECT, LATER.minusSeconds(1)));
    }
}
