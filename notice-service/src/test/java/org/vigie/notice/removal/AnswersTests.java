package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.notice.removal.CaseExamples.CDN;
import static org.vigie.notice.removal.CaseExamples.HOST;
import static org.vigie.notice.removal.CaseExamples.LATER;
import static org.vigie.notice.removal.CaseExamples.START;
import static org.vigie.notice.removal.CaseExamples.contentId;
import static org.vigie.notice.removal.CaseExamples.decision;
import static org.vigie.notice.removal.CaseExamples.handover;
import static org.vigie.notice.removal.CaseExamples.notified;
import static org.vigie.notice.removal.CaseExamples.routed;
import static org.vigie.notice.removal.CaseExamples.sighting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.events.Verification;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.reference.NameBasedIds;
import org.vigie.notice.removal.Answers.Decided;
import org.vigie.notice.removal.Answers.Disputed;
import org.vigie.notice.removal.Answers.Said;

/** What is counted of what came back. */
class AnswersTests {

    private static final Named A = new Named(1, List.of(contentId("a")));
    private static final Signed SECOND = new Signed("The second", "looked again", LATER);

    @Test
    void theFirstAnswerOfEachKindCountsWhateverOrderTheyAreRecordedIn() {
        var late = said("late", ReplyOutcome.ACTIONED, false, LATER);
        var early = said("early", ReplyOutcome.ACTIONED, false, START);
        var unproven = said("mail", ReplyOutcome.ACTIONED, true, START);

        var known = notified()
                .byAnswers()
                .replied(late, A)
                .byAnswers()
                .replied(early, A)
                .byAnswers()
                .replied(unproven, A)
                .byAnswers()
                .replied(late, A);

        assertThat(answers(known).first())
                .containsExactly(
                        new Said(early.replyId(), ReplyOutcome.ACTIONED, false, START),
                        new Said(unproven.replyId(), ReplyOutcome.ACTIONED, true, START));
    }

    @Test
    void anAnswerIsOneAboutWhatItsNoticeNamedToItsAddressee() {
        var two = routed().byReports().sighted(sighting("second", "b", Verification.VERIFIED, START));
        var told = two.byNotices().accepted(handover("first", NoticeKind.FIRST, HOST, two, START));
        told = told.byNotices().accepted(handover("other", NoticeKind.ESCALATION, CDN, told, START));

        var known = told.byAnswers().replied(said("one", ReplyOutcome.REFUSED, false, LATER), A);

        assertThat(known.outcome().targetings())
                .filteredOn(targeting -> !Objects.requireNonNull(
                                targeting.correspondence().answers())
                        .first()
                        .isEmpty())
                .extracting(Targeting::targetingId)
                .containsExactly(Targeting.idOf(known.caseId(), contentId("a"), 1, HOST));
    }

    @ParameterizedTest
    @EnumSource(names = {"TEST", "RETRACTION"})
    void whoAnswersWhatIsNotAboutTheUrlAnswersNothingThatCounts(NoticeKind kind) {
        var reply = reply("test", kind, ReplyOutcome.ACTIONED, false, LATER, HOST);

        assertThat(answers(notified().byAnswers().replied(reply, A))).isEqualTo(Answers.NONE);
    }

    @Test
    void whatAPersonReadsOtherwiseWasNeverSaid() {
        var reply = said("wrong", ReplyOutcome.REFUSED, true, LATER);
        var known = notified().byAnswers().replied(reply, A);

        assertThat(answers(known.byAnswers().misread(reply.replyId()))).isEqualTo(Answers.NONE);
    }

    @Test
    void aComplaintCountsWhereItsNoticeDoesAndOnce() {
        var notice = NameBasedIds.of("notice", "first");
        var known = notified();
        var counted = known.outcome()
                .targetings()
                .getFirst()
                .correspondence()
                .notices()
                .getFirst();

        var complained = known.byAnswers().complained(counted, LATER);

        assertThat(answers(complained).complained()).containsExactly(counted);
        assertThat(complained.byAnswers().complained(counted, LATER)).isEqualTo(complained);
        assertThat(known.byAnswers().complained(NameBasedIds.of("another", notice), LATER))
                .isEqualTo(known);
    }

    @Test
    void anUnprovenDisputeIsAnAnswerAndNoDispute() {
        var known = notified().byAnswers().replied(said("mail", ReplyOutcome.DISPUTES_AGE, true, LATER), A);

        assertThat(answers(known).first()).hasSize(1);
        assertThat(answers(known).disputes()).isEmpty();
    }

    @Test
    void whatStandsIsUpheld() {
        var decided = disputed().byAnswers().disputeDecided(DisputeDecision.RESUME, SECOND);

        assertThat(answers(decided).disputes())
                .containsExactly(new Disputed(ReplyOutcome.DISPUTES_AGE, START, new Decided(true, LATER)));
        var again = decided.byAnswers().replied(said("again", ReplyOutcome.DISPUTES_AGE, false, LATER), A);
        assertThat(answers(again).disputes()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_ILLEGAL", "VERIFIED"})
    void whatIsClassifiedAnewIsOverturnedIfItIsNotIllegal(Verification verification) {
        var classification = decision("second", null, verification, LATER);

        var decided = disputed().byAnswers().reclassified(classification, SECOND);

        assertThat(answers(decided).disputes())
                .containsExactly(new Disputed(
                        ReplyOutcome.DISPUTES_AGE, START, new Decided(verification == Verification.VERIFIED, LATER)));
    }

    @Test
    void whatIsTakenBackIsOverturnedWhenAnotherAgreesAndNotBefore() {
        var proposed = disputed().byAnswers().disputeDecided(DisputeDecision.RETRACT, SECOND);
        assertThat(answers(proposed).disputes()).containsExactly(new Disputed(ReplyOutcome.DISPUTES_AGE, START, null));

        var agreed = proposed.byPeople().retracted(new Signed("A third", "lawful", LATER));

        assertThat(answers(agreed).disputes())
                .containsExactly(new Disputed(ReplyOutcome.DISPUTES_AGE, START, new Decided(false, LATER)));
    }

    @Test
    void decidedTwiceThatAllIsTakenBackIsDecidedOnce() {
        var decided = disputed().byAnswers().disputeDecided(DisputeDecision.RETRACT, SECOND);
        var again = new Signed(SECOND.who(), "the same once more", LATER.plusSeconds(1));
        var another = new Signed("A third", "the same", LATER.plusSeconds(2));

        assertThat(decided.byAnswers().disputeDecided(DisputeDecision.RETRACT, again))
                .isEqualTo(decided);
        assertThat(decided.byAnswers().disputeDecided(DisputeDecision.RETRACT, another))
                .isEqualTo(decided);
    }

    @Test
    void whatWasTargetedBeforeAnswersWereKnownStaysUnmeasured() {
        var before = new Correspondence(List.of(), List.of(), null, List.of());

        assertThat(before.answered(known -> known.said(said("one", ReplyOutcome.ACTIONED, false, LATER))))
                .isEqualTo(before);
    }

    @Test
    void whoDisputedInVainIsOwedTheReasonsUntilItWasTold() {
        var owing = disputed().byAnswers().disputeDecided(DisputeDecision.RESUME, SECOND);

        assertThat(owing.steering().ruling(HOST))
                .hasValueSatisfying(ruling -> assertThat(ruling.reason()).isEqualTo("looked again"));
        var told = owing.byNotices().accepted(handover("answer", NoticeKind.DECISION, HOST, owing, LATER));
        assertThat(told.steering().rulings()).isEmpty();
        assertThat(told.byNotices().accepted(handover("answer", NoticeKind.DECISION, HOST, told, LATER)))
                .isEqualTo(told);
        assertThat(told.pursuit().contacted()).isEqualTo(owing.pursuit().contacted());
    }

    @Test
    void whoIsToldThatItIsTakenBackIsOwedNothingElse() {
        var classification = decision("second", null, Verification.NOT_ILLEGAL, LATER);

        assertThat(disputed()
                        .byAnswers()
                        .reclassified(classification, SECOND)
                        .steering()
                        .rulings())
                .isEmpty();
        var upheld = disputed().byAnswers().disputeDecided(DisputeDecision.RESUME, SECOND);
        var proposed = upheld.byPeople().retractionProposed(SECOND);
        assertThat(proposed.byPeople()
                        .retracted(new Signed("A third", "wrong", LATER))
                        .steering()
                        .rulings())
                .isEmpty();
    }

    @Test
    void whoJoinsADisputeIsOwedItsOwnAnswer() {
        var told = notified().byNotices().accepted(handover("other", NoticeKind.ESCALATION, CDN, notified(), START));
        var first = told.byAnswers().replied(said("one", ReplyOutcome.DISPUTES_AGE, false, START), A);
        var other = said("other", ReplyOutcome.DISPUTES_LEGALITY, false, LATER, CDN);

        var both = first.byAnswers()
                .replied(other, A)
                .byAnswers()
                .replied(said("again", ReplyOutcome.DISPUTES_TECHNICAL, false, LATER), A);

        var dispute = Objects.requireNonNull(both.steering().dispute());
        assertThat(dispute.since()).isEqualTo(START);
        assertThat(dispute.objections())
                .extracting(Objection::ground)
                .containsExactly(ReplyOutcome.DISPUTES_AGE, ReplyOutcome.DISPUTES_LEGALITY);
        assertThat(both.byAnswers()
                        .disputeDecided(DisputeDecision.RESUME, SECOND)
                        .steering()
                        .rulings())
                .extracting(ruling -> ruling.objection().addressee())
                .containsExactly(HOST, CDN);
    }

    private static RemovalCase disputed() {
        return notified().byAnswers().replied(said("one", ReplyOutcome.DISPUTES_AGE, false, START), A);
    }

    private static Answers answers(RemovalCase known) {
        return Objects.requireNonNull(
                known.outcome().targetings().getFirst().correspondence().answers());
    }

    private static Reply said(String name, ReplyOutcome outcome, boolean unproven, Instant at) {
        return said(name, outcome, unproven, at, HOST);
    }

    private static Reply said(String name, ReplyOutcome outcome, boolean unproven, Instant at, Addressee by) {
        return reply(name, NoticeKind.FIRST, outcome, unproven, at, by);
    }

    private static Reply reply(
            String name, NoticeKind kind, ReplyOutcome outcome, boolean unproven, Instant at, Addressee by) {
        return new Reply(
                NameBasedIds.of("reply", name),
                NameBasedIds.of("notice", "first"),
                "RN-2026-00000001/1",
                kind,
                by,
                CaseExamples.contactOf(by),
                outcome,
                Reply.Channel.API,
                at,
                at,
                "An operator",
                unproven,
                null);
    }
}
