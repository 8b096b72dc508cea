package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.notice.removal.CaseExamples.HOST;
import static org.vigie.notice.removal.CaseExamples.LATER;
import static org.vigie.notice.removal.CaseExamples.START;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.content.ContentUnit.Hashes;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseEvent.What;
import org.vigie.notice.removal.Settled.Because;

/** What may be erased in time, of every state, and what is left of it then. */
class SettledTests {

    private static final Instant DOWN_AT = START.plusSeconds(600);

    static Stream<Arguments> everyStage() {
        return Stream.of(
                Arguments.of(CaseExamples.received(), false),
                Arguments.of(CaseExamples.verified(), false),
                Arguments.of(CaseExamples.rejected(), true),
                Arguments.of(CaseExamples.routed(), false),
                Arguments.of(CaseExamples.unaddressable(), false),
                Arguments.of(CaseExamples.notified(), false),
                Arguments.of(CaseExamples.exhausted(), false),
                Arguments.of(CaseExamples.retracted(), true));
    }

    @ParameterizedTest
    @MethodSource("everyStage")
    void whatMayStillBeThereIsKeptUnlessItIsNothingOrTakenBack(RemovalCase known, boolean over) {
        assertThat(Settled.of(known)).isEqualTo(over ? new Settled.Since(START) : not(Because.PURSUED));
    }

    @ParameterizedTest
    @MethodSource("everyStage")
    void whatIsGoneIsSettledSinceItWasHeardOf(RemovalCase known, boolean over) {
        assertThat(Settled.of(gone(known))).isEqualTo(new Settled.Since(over && !isDown(gone(known)) ? START : LATER));
    }

    @ParameterizedTest
    @MethodSource("everyStage")
    void aHoldKeepsIt(RemovalCase known, boolean over) {
        var held = gone(known).byReports().held(CaseExamples.hold("order", LATER), "one");

        assertThat(Settled.of(held)).isEqualTo(not(Because.HELD));
        assertThatThrownBy(() -> new ByErasure(held).erased(LATER)).isInstanceOf(IllegalMove.class);
    }

    @Test
    void aReportAfterItCountsAnew() {
        var later = LATER.plusSeconds(60);
        var again = gone(CaseExamples.notified())
                .byReports()
                .sighted(CaseExamples.sighting("second", "a", Verification.VERIFIED, later));

        assertThat(Settled.of(again)).isEqualTo(new Settled.Since(later));
    }

    @Test
    void whatCameBackIsPursued() {
        var back = CaseExamples.notified()
                .byChecks()
                .seen(CaseExamples.look(2, Presence.REAPPEARED, LATER, CaseExamples.removal(DOWN_AT, LATER)), LATER);

        assertThat(Settled.of(back)).isEqualTo(not(Because.PURSUED));
    }

    @Test
    void anOpenDisputeAProposedRetractionAndAWantedNoticeKeepIt() {
        var gone = gone(CaseExamples.notified());
        var dispute = new Dispute(UUID.randomUUID(), ReplyOutcome.DISPUTES_AGE, HOST, LATER, List.of());
        var wish = new PendingNotice(
                UUID.randomUUID(), NoticeKind.REMINDER, HOST, UUID.randomUUID(), true, LATER, null, null);

        assertThat(Settled.of(gone.with(gone.steering().disputed(dispute)))).isEqualTo(not(Because.DISPUTED));
        assertThat(Settled.of(gone.with(gone.steering().retracting(CaseExamples.signed("one", LATER)))))
                .isEqualTo(not(Because.RETRACTION_PROPOSED));
        assertThat(Settled.of(gone.byNotices().ask(wish))).isEqualTo(not(Because.NOTICE_WANTED));
    }

    @Test
    void whatIsLeftNamesNoPlaceHashOrPerson() {
        var hashes = new Hashes("ab".repeat(32), null, null, null, "f".repeat(64));
        var known = gone(CaseExamples.notified()
                .byReports()
                .sighted(CaseExamples.sightingOf(CaseExamples.unitWith(hashes, List.of("token-b"))))
                .byPeople()
                .revealed(CaseExamples.signed("Anna", LATER)));

        var erased = new ByErasure(known).erased(LATER);

        assertThat(erased.evidence().place().wasErased()).isTrue();
        assertThat(erased.evidence().place().host()).isEqualTo("erased.invalid");
        assertThat(erased.contents())
                .allSatisfy(unit -> assertThat(unit.hashes()).isEqualTo(Hashes.NONE));
        assertThat(erased.history().timeline())
                .allSatisfy(event -> assertThat(event.who()).isNull())
                .allSatisfy(event -> assertThat(event.why()).isNull());
        assertThat(erased.erasedAt()).contains(LATER);
        assertThat(new ByErasure(erased).erased(LATER.plusSeconds(1))).isSameAs(erased);
        assertThatThrownBy(() -> erased.byPeople().revealed(CaseExamples.signed("Anna", LATER)))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void whatIndicatorsAndRecidivismNeedStays() {
        var known = gone(CaseExamples.notified());

        var erased = new ByErasure(known).erased(LATER);

        assertThat(erased.outcome()).isEqualTo(known.outcome());
        assertThat(erased.pursuit()).isEqualTo(known.pursuit());
        assertThat(erased.tokens()).isEqualTo(known.tokens());
        assertThat(erased.contents()).extracting("token").isEqualTo(tokens(known));
        assertThat(CaseStatus.of(erased)).isEqualTo(CaseStatus.of(known));
    }

    @Test
    void reportedAgainItKnowsItsPlaceAgain() {
        var erased = new ByErasure(gone(CaseExamples.notified())).erased(LATER);

        var again = erased.byReports()
                .sighted(CaseExamples.sighting("again", "a", Verification.VERIFIED, LATER.plusSeconds(60)));

        assertThat(again.evidence().place())
                .isEqualTo(CaseExamples.opened().evidence().place());
        assertThat(again.erasedAt()).isEmpty();
        assertThat(again.contents()).hasSize(1);
        assertThat(again.history().last(What.ERASED)).contains(LATER);
    }

    private static List<String> tokens(RemovalCase known) {
        return known.contents().stream().map(unit -> unit.token()).toList();
    }

    private static RemovalCase gone(RemovalCase known) {
        return known.byChecks()
                .seen(CaseExamples.look(1, Presence.DOWN, LATER, CaseExamples.removal(DOWN_AT, null)), LATER);
    }

    private static boolean isDown(RemovalCase known) {
        return !known.stage().isOver();
    }

    private static Settled not(Because because) {
        return new Settled.Not(because);
    }
}
