package org.vigie.metrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.Answer;
import org.vigie.events.removal.TargetingSnapshot.Answers;
import org.vigie.events.removal.TargetingSnapshot.Code;
import org.vigie.events.removal.TargetingSnapshot.Decision;
import org.vigie.events.removal.TargetingSnapshot.Dispute;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.events.removal.TargetingSnapshot.Ground;
import org.vigie.events.removal.TargetingSnapshot.Sent;
import org.vigie.metrics.ledger.AnswerCounts.Standing;
import org.vigie.metrics.ledger.Events.Targeting;

/** What came back, counted, taken out again, and kept in a few bytes. */
class AnswerCountsTests {

    private static final Answers NONE = new Answers(List.of(), 0, List.of());
    private static final Answers MUCH = new Answers(
            List.of(
                    new Answer(Code.UNPARSED, true, Events.at(11)),
                    new Answer(Code.REFUSED, true, Events.at(14.2)),
                    new Answer(Code.REFUSED, false, Events.at(40)),
                    new Answer(Code.DISPUTES_AGE, false, Events.at(41))),
            2,
            List.of(
                    new Dispute(Ground.AGE, Events.at(41), Events.at(60), Decision.OVERTURNED),
                    new Dispute(Ground.LEGALITY, Events.at(61), null, null)));

    private final Ledger ledger = new Ledger();

    @Test
    void countsATargetingOnceForEachThingThatWasAnswered() {
        fold("one", targeted().notices(3), MUCH);
        fold("two", targeted(), NONE);
        fold("three", targeted(), null);

        var counts = counts();
        assertThat(counts.measured()).isEqualTo(2);
        assertThat(counts.noticesSent()).isEqualTo(4);
        assertThat(counts.complaints()).isEqualTo(2);
        assertThat(counts.acknowledged().total()).isOne();
        assertThat(counts.acknowledged().percentile(50)).hasValue(5);
        assertThat(counts.said(Code.REFUSED)).isOne();
        assertThat(counts.proven(Code.REFUSED)).isOne();
        assertThat(counts.said(Code.UNPARSED)).isOne();
        assertThat(counts.proven(Code.UNPARSED)).isZero();
        assertThat(counts.disputes(Ground.AGE, Standing.OVERTURNED)).isOne();
        assertThat(counts.disputes(Ground.LEGALITY, Standing.UNDECIDED)).isOne();
    }

    @Test
    void nothingIsCountedWhereNothingIsKnown() {
        fold("one", targeted(), null);

        assertThat(counts().isMeasured()).isFalse();
    }

    @Test
    void whatNobodyCouldReadAcknowledgesNothing() {
        fold("one", targeted(), new Answers(List.of(new Answer(Code.UNPARSED, true, Events.at(11))), 0, List.of()));

        assertThat(counts().acknowledged().total()).isZero();
        assertThat(counts().measured()).isOne();
    }

    /** An overturned dispute voids what it is about: in no other number, it would never be seen. */
    @Test
    void aVoidTargetingCountsWithItsDisputesOnly() {
        fold("one", targeted().ended(End.VOID, 60), MUCH);

        assertThat(counts().measured()).isZero();
        assertThat(counts().said(Code.REFUSED)).isZero();
        assertThat(counts().acknowledged().total()).isZero();
        assertThat(counts().disputes(Ground.AGE, Standing.OVERTURNED)).isOne();
    }

    @Test
    void aNewerSnapshotTakesThePlaceOfTheOlderOne() {
        fold("one", targeted(), MUCH);
        fold("one", targeted().notices(1), NONE);

        var counts = counts();
        assertThat(counts.measured()).isOne();
        assertThat(counts.complaints()).isZero();
        assertThat(counts.acknowledged().total()).isZero();
        assertThat(counts.disputes(Ground.AGE, Standing.OVERTURNED)).isZero();

        fold("one", targeted().notices(1).notices(1), null);
        assertThat(counts().isMeasured()).isFalse();
    }

    /** A record can be forged: no share may be more than all. */
    @Test
    void thereAreNoMoreComplaintsThanNotices() {
        fold("one", targeted(), new Answers(List.of(), 1_000_000, List.of()));

        assertThat(counts().complaints()).isOne();
    }

    @Test
    void isReadAsItWasWritten() {
        fold("one", targeted(), MUCH);
        fold("two", targeted(), NONE);
        fold("three", targeted(), null);

        assertThat(ledger.lifecycles().map(Lifecycle::answers)).containsExactlyInAnyOrder(MUCH, NONE, null);
    }

    @Test
    void knowsWhatWasKnownThen() {
        fold("one", targeted(), MUCH);
        var known = ledger.lifecycles().findFirst().orElseThrow();

        assertThat(answersAt(known, 10).first()).isEmpty();
        assertThat(answersAt(known, 39).first()).hasSize(2);
        assertThat(answersAt(known, 40).first()).hasSize(3);
        assertThat(answersAt(known, 40).disputes()).isEmpty();
        assertThat(answersAt(known, 59).disputes()).containsExactly(new Dispute(Ground.AGE, Events.at(41), null, null));
        assertThat(answersAt(known, 61)).isEqualTo(MUCH);
    }

    @Test
    void whatWasSentAndCameBackLaterIsInNoNumberOfBefore() {
        var two = targeted().notices(3).snapshot();
        ledger.fold(Events.sent(
                Events.answered(two, MUCH),
                new Sent(two.handedOverAt(), Events.at(30), null),
                new Sent(Events.at(34), null, Events.at(50)),
                new Sent(Events.at(58), Events.at(59), Events.at(70))));
        var known = ledger.lifecycles().findFirst().orElseThrow();

        assertThat(List.of(10.0, 33.9, 34.0, 57.0, 58.0, 60.0, 70.0))
                .extracting(hour -> Objects.requireNonNull(known.asOf(Events.at(hour))))
                .extracting(
                        Lifecycle::noticesSent,
                        Lifecycle::bounces,
                        then -> Objects.requireNonNull(then.answers()).complaints())
                .containsExactly(
                        tuple(1, 0, 0),
                        tuple(1, 0, 0),
                        tuple(2, 0, 0),
                        tuple(2, 0, 1),
                        tuple(3, 0, 1),
                        tuple(3, 0, 1),
                        tuple(3, 0, 2));
        assertThat(known.sentTimes().bounces()).containsExactly(Events.at(30), Events.at(59));
        assertThat(Objects.requireNonNull(known.asOf(Events.at(70))).sentTimes())
                .isEqualTo(known.sentTimes());
    }

    @Test
    void whatNoTimeIsKnownOfCountsAsKnownNow() {
        fold("one", targeted().notices(3), MUCH);
        var known = ledger.lifecycles().findFirst().orElseThrow();

        var then = Objects.requireNonNull(known.asOf(Events.at(10)));

        assertThat(then.noticesSent()).isEqualTo(3);
        assertThat(answersAt(known, 10).complaints()).isEqualTo(2);
    }

    private static Answers answersAt(Lifecycle known, double hour) {
        return Objects.requireNonNull(
                Objects.requireNonNull(known.asOf(Events.at(hour))).answers());
    }

    private static Targeting targeted() {
        return Targeting.of("case", "content", "P", 10);
    }

    private AnswerCounts counts() {
        return Objects.requireNonNull(ledger.sums().values().iterator().next()).answers();
    }

    private void fold(String name, Targeting targeting, @Nullable Answers answers) {
        ledger.fold(Events.answered(named(name, targeting), answers));
    }

    private static TargetingSnapshot named(String name, Targeting targeting) {
        return new Targeting(
                        name,
                        name,
                        targeting.cycle(),
                        targeting.provider(),
                        targeting.role(),
                        targeting.handedOver(),
                        targeting.delivered(),
                        targeting.end(),
                        targeting.ended(),
                        true,
                        0,
                        targeting.notices(),
                        targeting.version(),
                        targeting.maturation(),
                        false)
                .snapshot();
    }
}
