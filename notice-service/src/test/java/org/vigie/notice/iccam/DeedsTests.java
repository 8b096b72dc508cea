package org.vigie.notice.iccam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.removal.CaseExamples.CDN;
import static org.vigie.notice.removal.CaseExamples.LATER;
import static org.vigie.notice.removal.CaseExamples.START;
import static org.vigie.notice.removal.CaseExamples.look;
import static org.vigie.notice.removal.CaseExamples.signed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.AvailabilitySnapshot.Removal;
import org.vigie.events.availability.AvailabilitySnapshot.RemovalClass;
import org.vigie.notice.iccam.Deed.Act;
import org.vigie.notice.iccam.Deed.Assess;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.ChainParties;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.removal.Steering.Authority;
import org.vigie.notice.removal.Steering.Clearance;
import org.vigie.notice.report.Followed;
import org.vigie.notice.report.Followed.Step;

/** What ICCAM is told of a case, and what a person must say. */
class DeedsTests {

    private static final Deed NATIONAL = new Assess(Classified.NATIONAL, AgeGroup.NOT_CATEGORISED);

    @Test
    void nothingIsToldBeforeAPartnerMayKnow() {
        assertThat(deeds(Step.RECEIVED, CaseExamples.notified()).all()).isEmpty();
    }

    @Test
    void aNoticeThatWasAcceptedIsToldWithItsTime() {
        assertThat(deeds(Step.ASKED, CaseExamples.notified()).all())
                .containsExactly(NATIONAL, new Act(ActionType.REPORTED_TO_ISP, START, null));
    }

    @Test
    void thatOthersReportedItBeforeIsNotTold() {
        var deeds = Deeds.of(new Followed(Step.ASKED, null), LATER, CaseExamples.notified(), "NL");

        assertThat(deeds.all()).contains(new Act(ActionType.REPORTED_TO_ISP, LATER, null));
    }

    @Test
    void thePoliceOfOurCountryComesFirstAndNoOther() {
        var cleared = CaseExamples.notified();
        for (var country : List.of("DE", "NL")) {
            var at = country.equals("DE") ? START : LATER;
            cleared = cleared.byPeople()
                    .cleared(new Clearance(country, Authority.POLICE, "ref", at), signed("somebody", at));
        }

        assertThat(deeds(Step.ASKED, cleared).all())
                .containsExactly(
                        NATIONAL,
                        new Act(ActionType.REPORTED_TO_LEA, LATER, null),
                        new Act(ActionType.REPORTED_TO_ISP, START, null));
    }

    /** The final action says since when, and what led to it is told before it. */
    @Test
    void whatWentAfterANoticeIsRemoved() {
        assertThat(deeds(Step.DOWN, down(CaseExamples.notified(), RemovalClass.GONE_404))
                        .all())
                .endsWith(new Act(ActionType.REPORTED_TO_ISP, START, null), new Act(ActionType.REMOVED, LATER, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTAGE", "EXPIRED"})
    void whatWentByItselfIsNotRemovedByAnybody(RemovalClass showed) {
        assertThat(deeds(Step.DOWN, down(CaseExamples.notified(), showed)).all())
                .endsWith(new Act(ActionType.UNAVAILABLE, LATER, ActionReason.of(showed)));
    }

    @Test
    void whatWentBeforeAnyNoticeIsUnavailable() {
        assertThat(deeds(Step.DOWN, down(CaseExamples.routed(), RemovalClass.GONE_410))
                        .all())
                .containsExactly(NATIONAL, new Act(ActionType.UNAVAILABLE, LATER, ActionReason.CONTENT_NOT_FOUND));
    }

    @Test
    void whatAnAssessorFoundNotToBeIllegalIsSaid() {
        assertThat(deeds(Step.NOT_PURSUED, CaseExamples.rejected()).all())
                .containsExactly(
                        new Assess(Classified.IGNORE, AgeGroup.NOT_CATEGORISED),
                        new Act(ActionType.NOT_ILLEGAL, START, ActionReason.OTHER));
    }

    @Test
    void whatWasTakenBackIsAPersons() {
        assertThat(deeds(Step.NOT_PURSUED, CaseExamples.retracted())).isEqualTo(new Deeds(List.of(), true));
    }

    /** A report that was taken back says nothing of what is illegal, whatever was decided about it. */
    @Test
    void whatIsIllegalIsNeverCalledOtherwise() {
        var decided = CaseExamples.received()
                .byReports()
                .classified(CaseExamples.decision("yes", null, Verification.VERIFIED, START));

        assertThat(deeds(Step.NOT_PURSUED, decided)).isEqualTo(new Deeds(List.of(), true));
    }

    @Test
    void whatMovedIsAPersons() {
        var moved = CaseExamples.notified().byChain().movedAwayFrom(ChainParties.of(List.of(CDN), true, false), LATER);

        assertThat(deeds(Step.ASKED, moved).forPerson()).isTrue();
        assertThat(deeds(Step.ASKED, CaseExamples.notified()).forPerson()).isFalse();
    }

    private static Deeds deeds(Step step, RemovalCase known) {
        return Deeds.of(new Followed(step, since(step)), START, known, "NL");
    }

    private static @Nullable Instant since(Step step) {
        return step == Step.DOWN ? LATER : null;
    }

    private static RemovalCase down(RemovalCase known, RemovalClass showed) {
        var at = LATER.toEpochMilli();
        var removal = new Removal(START.toEpochMilli(), at, at, showed, null);
        return known.byChecks()
                .seen(
                        look(2, Presence.DOWN, LATER.plus(Duration.ofHours(1)), removal),
                        LATER.plus(Duration.ofHours(1)));
    }
}
