package org.vigie.notice.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.Role;
import org.vigie.notice.removal.Targeting.End;
import org.vigie.notice.removal.Targeting.VoidReason;

/** Every move of a targeting from every end. */
class TargetingTests {

    private static final Instant HANDED_OVER = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant LATER = HANDED_OVER.plus(Duration.ofHours(5));

    /** The chain that shows it was made before the notice left, and arrived after. */
    @Test
    void movesNotBeforeItBegan() {
        var told = HANDED_OVER;
        var targeting = Targeting.accepted(
                UUID.randomUUID(), UUID.randomUUID(), 1, new Addressee(UUID.randomUUID(), Role.HOST), told);

        assertThat(targeting.moved(told.minusSeconds(5)).endedAt()).isEqualTo(told);
        assertThat(targeting.moved(told.plusSeconds(1)).endedAt()).isEqualTo(told.plusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            move       | Open    | Removed | Moved  | Voided
            removed    | Removed | Removed | Moved  | Voided
            moved      | Moved   | Removed | Moved  | Voided
            backAgain  | Open    | Removed | Open   | Voided
            voided     | Voided  | Voided  | Voided | Voided
            """)
    void everyMoveFromEveryEnd(String move, String open, String removed, String moved, String voided) {
        goes(targeting(), move, open);
        goes(made(targeting(), "removed"), move, removed);
        goes(made(targeting(), "moved"), move, moved);
        goes(made(targeting(), "voided"), move, voided);
    }

    @Test
    void goneBeforeTheHandOverCountsNowhere() {
        assertThat(targeting()
                        .removed(null, HANDED_OVER.minusSeconds(1), false, null)
                        .end())
                .isEqualTo(new End.Voided(VoidReason.GONE_BEFORE_NOTICE));
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
        assertThat(wrong.end()).isEqualTo(new End.Voided(VoidReason.NOT_ILLEGAL));
        assertThat(wrong.notIllegal()).isEqualTo(wrong);

        assertThat(wrong.countsAgain().end()).isEqualTo(new End.Open());
        assertThat(wrong.countsAgain().revision()).isEqualTo(3);
        assertThat(made(wrong, "removed").end()).isEqualTo(wrong.end());
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
        assertThat(targeting().takenBack().end()).isEqualTo(new End.Voided(VoidReason.NOT_ILLEGAL));
        assertThat(made(targeting(), "removed")
                        .notIllegal()
                        .takenBack()
                        .countsAgain()
                        .endedAt())
                .isEqualTo(LATER);
        assertThat(made(targeting(), "voided").toldAgain(LATER).end()).isEqualTo(new End.Voided(VoidReason.RETRACTED));
    }

    private static void goes(Targeting before, String move, String expected) {
        var after = made(before, move);
        assertThat(after.end().getClass().getSimpleName())
                .as("%s from %s", move, before.end())
                .isEqualTo(expected);
        assertThat(made(after, move)).isEqualTo(after);
        assertThat(after.revision() > before.revision()).isEqualTo(!after.equals(before));
    }

    private static Targeting made(Targeting targeting, String move) {
        UnaryOperator<Targeting> made = switch (move) {
            case "removed" -> one -> one.removed(null, LATER, false, null);
            case "moved" -> one -> one.moved(LATER);
            case "backAgain" -> Targeting::backAgain;
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
