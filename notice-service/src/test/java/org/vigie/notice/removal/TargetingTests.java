package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.Role;
import org.vigie.notice.removal.Targeting.VoidReason;

/** Every move of a targeting from every end. */
class TargetingTests {

    private static final Instant HANDED_OVER = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant LATER = HANDED_OVER.plus(Duration.ofHours(5));

    private static final List<String> MOVES =
            List.of("removed", "moved", "backAgain", "notIllegal", "countsAgain", "takenBack", "toldAgain", "voided");

    /** The chain that shows it was made before the notice left, and arrived after. */
    @Test
    void movesNotBeforeItBegan() {
        var told = HANDED_OVER;
        var targeting = Targeting.accepted(
                UUID.randomUUID(), UUID.randomUUID(), 1, new Addressee(UUID.randomUUID(), Role.HOST), told);

        assertThat(targeting.moved(told.minusSeconds(5)).endedAt()).isEqualTo(told);
        assertThat(targeting.moved(told.plusSeconds(1)).endedAt()).isEqualTo(told.plusSeconds(1));
    }

    /** What is not told to others, because it was void before, raises no revision. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            from               | removed            | moved              | backAgain        | notIllegal         | countsAgain | takenBack | toldAgain | voided
            Open               | Removed            | Moved              | Open             | NotIllegal Open    | Open        | TakenBack | Open      | Voided
            Removed            | Removed            | Removed            | Removed          | NotIllegal Removed | Removed     | Removed   | Removed   | Voided
            Moved              | Moved              | Moved              | Open             | NotIllegal Moved   | Moved       | Moved     | Moved     | Voided
            TooLate            | TooLate            | TooLate            | TooLate          | TooLate            | TooLate     | TooLate   | TooLate   | TooLate
            NotIllegal Open    | NotIllegal Removed | NotIllegal Moved   | NotIllegal Open  | NotIllegal Open    | Open        | TakenBack | NotIllegal Open    | Voided
            NotIllegal Removed | NotIllegal Removed | NotIllegal Removed | NotIllegal Removed | NotIllegal Removed | Removed   | NotIllegal Removed | NotIllegal Removed | Voided
            NotIllegal Moved   | NotIllegal Moved   | NotIllegal Moved   | NotIllegal Open  | NotIllegal Moved   | Moved       | NotIllegal Moved   | NotIllegal Moved   | Voided
            NotIllegal TooLate | NotIllegal TooLate | NotIllegal TooLate | NotIllegal TooLate | NotIllegal TooLate | TooLate   | NotIllegal TooLate | NotIllegal TooLate | Voided
            TakenBack          | TakenBack          | TakenBack          | TakenBack        | TakenBack          | TakenBack   | TakenBack | Open      | Voided
            Voided             | Voided             | Voided             | Voided           | Voided             | Voided      | Voided    | Voided    | Voided
            """)
    void everyMoveFromEveryEnd(ArgumentsAccessor row) {
        var ends = row.toList().stream().map(String::valueOf).toList();
        var before = ended(ends.getFirst());
        assertThat(word(before.end())).isEqualTo(ends.getFirst());
        for (var move : MOVES) {
            var after = made(before, move);
            var isTold = !after.equals(before)
                    && (before.end().counts() || after.end().counts());

            assertThat(word(after.end()))
                    .as("%s from %s", move, ends.getFirst())
                    .isEqualTo(ends.get(1 + MOVES.indexOf(move)));
            assertThat(after.revision() > before.revision())
                    .as("%s from %s is told", move, ends.getFirst())
                    .isEqualTo(isTold);
            assertThat(made(after, move))
                    .as("%s twice from %s", move, ends.getFirst())
                    .isEqualTo(after);
        }
    }

    /** Every end can be reached by moves, and no pair that is not in the table above. */
    private static Targeting ended(String end) {
        var way = switch (end) {
            case "Open" -> List.<String>of();
            case "Removed" -> List.of("removed");
            case "Moved" -> List.of("moved");
            case "TooLate" -> List.of("removedBefore");
            case "NotIllegal Open" -> List.of("notIllegal");
            case "NotIllegal Removed" -> List.of("removed", "notIllegal");
            case "NotIllegal Moved" -> List.of("notIllegal", "moved");
            case "NotIllegal TooLate" -> List.of("notIllegal", "removedBefore");
            case "TakenBack" -> List.of("takenBack");
            case "Voided" -> List.of("voided");
            default -> throw new IllegalArgumentException(end);
        };
        return way.stream().reduce(targeting(), TargetingTests::made, (_, last) -> last);
    }

    private static String word(End end) {
        return end instanceof End.NotIllegal(var otherwise)
                ? "NotIllegal " + word(otherwise)
                : end.getClass().getSimpleName();
    }

    @Test
    void goneBeforeTheHandOverCountsNowhere() {
        assertThat(targeting()
                        .removed(null, HANDED_OVER.minusSeconds(1), false, null)
                        .end())
                .isEqualTo(new End.TooLate());
    }

    @Test
    void aNoticeCountsOnce() {
        var notice = UUID.randomUUID();
        var counted = targeting().corresponded(known -> known.counted(notice, HANDED_OVER));

        assertThat(counted.corresponded(known -> known.counted(notice, HANDED_OVER)))
                .isEqualTo(counted);
        assertThat(counted.correspondence().notices()).isEqualTo(List.of(notice));
        var back = counted.corresponded(known -> known.bounced(notice, LATER));
        var complained = back.corresponded(known -> known.complained(notice, LATER));
        assertThat(complained.correspondence().sent())
                .containsExactly(new Correspondence.Sent(notice, HANDED_OVER, LATER, LATER));
        assertThat(complained.corresponded(known -> known.complained(notice, LATER.plusSeconds(1))))
                .isEqualTo(complained);
        assertThat(counted.revision()).isEqualTo(2);
    }

    @Test
    void whatIsIllegalAfterAllIsWhatItWouldBeOtherwise() {
        var wrong = targeting().notIllegal();
        assertThat(wrong.end()).isEqualTo(new End.NotIllegal(new End.Open()));
        assertThat(wrong.notIllegal()).isEqualTo(wrong);

        assertThat(wrong.countsAgain().end()).isEqualTo(new End.Open());
        assertThat(wrong.countsAgain().revision()).isEqualTo(3);
        assertThat(made(wrong, "removed").end().counts()).isFalse();
        assertThat(made(wrong, "removed").revision()).isEqualTo(wrong.revision());
        assertThat(made(wrong, "removed").countsAgain().endedAt()).isEqualTo(LATER);
        assertThat(made(wrong, "moved").backAgain().countsAgain().end()).isEqualTo(new End.Open());
        assertThat(made(wrong, "voided").countsAgain().end()).isEqualTo(new End.Voided(VoidReason.RETRACTED));
    }

    @Test
    void whatTheProviderWasToldToForgetCountsFromWhenItIsToldAgain() {
        var forgotten = targeting().notIllegal().takenBack();
        assertThat(forgotten.countsAgain()).isEqualTo(forgotten);

        var again = forgotten.toldAgain(LATER);

        assertThat(again.end()).isEqualTo(new End.Open());
        assertThat(again.handedOverAt()).isEqualTo(LATER);
        assertThat(again.toldAgain(LATER.plusSeconds(1))).isEqualTo(again);
        assertThat(targeting().takenBack().end()).isEqualTo(new End.TakenBack());
        assertThat(made(targeting(), "removed")
                        .notIllegal()
                        .takenBack()
                        .countsAgain()
                        .endedAt())
                .isEqualTo(LATER);
        assertThat(made(targeting(), "voided").toldAgain(LATER).end()).isEqualTo(new End.Voided(VoidReason.RETRACTED));
    }

    private static Targeting made(Targeting targeting, String move) {
        UnaryOperator<Targeting> made = switch (move) {
            case "removed" -> one -> one.removed(null, LATER, false, null);
            case "removedBefore" -> one -> one.removed(null, HANDED_OVER.minusSeconds(1), false, null);
            case "moved" -> one -> one.moved(LATER);
            case "backAgain" -> Targeting::backAgain;
            case "notIllegal" -> Targeting::notIllegal;
            case "countsAgain" -> Targeting::countsAgain;
            case "takenBack" -> Targeting::takenBack;
            case "toldAgain" -> one -> one.toldAgain(LATER);
            case "voided" -> one -> one.voided(VoidReason.RETRACTED);
            default -> throw new IllegalArgumentException(move);
        };
        return made.apply(targeting);
    }

    private static Targeting targeting() {
        return Targeting.accepted(
                new UUID(0, 1), new UUID(0, 2), 1, new Addressee(new UUID(0, 3), Role.HOST), HANDED_OVER);
    }
}
