package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.notice.removal.CaseExamples.HOST;
import static org.vigie.notice.removal.CaseExamples.LATER;
import static org.vigie.notice.removal.CaseExamples.START;
import static org.vigie.notice.removal.CaseExamples.decision;
import static org.vigie.notice.removal.CaseExamples.handover;
import static org.vigie.notice.removal.CaseExamples.hold;
import static org.vigie.notice.removal.CaseExamples.look;
import static org.vigie.notice.removal.CaseExamples.removal;
import static org.vigie.notice.removal.CaseExamples.route;
import static org.vigie.notice.removal.CaseExamples.sighting;
import static org.vigie.notice.removal.CaseExamples.signed;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.notice.message.NoticeKind;
import org.vigie.notice.removal.CaseExamples;
import org.vigie.notice.removal.IllegalMove;
import org.vigie.notice.removal.RemovalCase;

/** The whole table of the action machine: every move from every state. */
class TransitionTests {

    private static final String TABLE = """
            move                | RECEIVED | VERIFIED      | REJECTED | ROUTED        | UNADDRESSABLE | NOTIFIED | EXHAUSTED | RETRACTED
            reported suspect    | RECEIVED | VERIFIED      | REJECTED | ROUTED        | UNADDRESSABLE | NOTIFIED | EXHAUSTED | RECEIVED
            reported verified   | VERIFIED | VERIFIED      | VERIFIED | ROUTED        | UNADDRESSABLE | NOTIFIED | EXHAUSTED | VERIFIED
            decided verified    | VERIFIED | VERIFIED      | VERIFIED | ROUTED        | UNADDRESSABLE | NOTIFIED | EXHAUSTED | RETRACTED
            decided not illegal | REJECTED | REJECTED      | REJECTED | REJECTED      | REJECTED      | NOTIFIED | EXHAUSTED | RETRACTED
            routed              | refused  | ROUTED        | refused  | ROUTED        | ROUTED        | ROUTED   | ROUTED | refused
            unaddressable       | refused  | UNADDRESSABLE | refused  | UNADDRESSABLE | UNADDRESSABLE | refused  | refused | refused
            accepted            | refused  | VERIFIED      | REJECTED | NOTIFIED      | UNADDRESSABLE | NOTIFIED | EXHAUSTED | RETRACTED
            exhausted           | refused  | refused       | refused  | refused       | refused       | EXHAUSTED | EXHAUSTED | refused
            gone                | RECEIVED | VERIFIED      | REJECTED | ROUTED        | UNADDRESSABLE | NOTIFIED | EXHAUSTED | RETRACTED
            reappeared          | RECEIVED | VERIFIED      | REJECTED | VERIFIED      | VERIFIED      | VERIFIED | VERIFIED | RETRACTED
            held | RECEIVED | VERIFIED | REJECTED | ROUTED | UNADDRESSABLE | NOTIFIED | EXHAUSTED | RETRACTED
            released | RECEIVED | VERIFIED | REJECTED | ROUTED | UNADDRESSABLE | NOTIFIED | EXHAUSTED | RETRACTED
            retraction proposed | RECEIVED | VERIFIED | REJECTED | ROUTED | UNADDRESSABLE | NOTIFIED | EXHAUSTED | RETRACTED
            retracted | RETRACTED | RETRACTED | RETRACTED | RETRACTED | RETRACTED | RETRACTED | RETRACTED | RETRACTED
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = TABLE)
    void everyMoveFromEveryStateDoesWhatTheTableSaysAndTwiceIsOnce(
            String move,
            String received,
            String verified,
            String rejected,
            String routed,
            String unaddressable,
            String notified,
            String exhausted,
            String retracted) {
        goes(CaseExamples.received(), move, received);
        goes(CaseExamples.verified(), move, verified);
        goes(CaseExamples.rejected(), move, rejected);
        goes(CaseExamples.routed(), move, routed);
        goes(CaseExamples.unaddressable(), move, unaddressable);
        goes(CaseExamples.notified(), move, notified);
        goes(CaseExamples.exhausted(), move, exhausted);
        goes(CaseExamples.retracted(), move, retracted);
    }

    private static void goes(RemovalCase before, String move, String expected) {
        if (expected.equals("refused")) {
            assertThatThrownBy(() -> made(before, move)).isInstanceOf(IllegalMove.class);
            return;
        }
        var after = made(before, move);
        assertThat(name(after)).as("%s from %s", move, name(before)).isEqualTo(expected);
        assertThat(made(after, move)).as("%s twice from %s", move, name(before)).isEqualTo(after);
    }

    private static RemovalCase made(RemovalCase known, String move) {
        return switch (move) {
            case "reported suspect" -> known.byReports().sighted(sighting("next", "b", Verification.SUSPECT, LATER));
            case "reported verified" -> known.byReports().sighted(sighting("next", "b", Verification.VERIFIED, LATER));
            case "decided verified" ->
                known.byReports().classified(decision("yes", null, Verification.VERIFIED, LATER));
            case "decided not illegal" ->
                known.byReports().classified(decision("never", null, Verification.NOT_ILLEGAL, LATER));
            case "routed" -> known.byChain().routed(route(2, HOST), LATER);
            case "unaddressable" -> known.byChain().unaddressable(route(2, null), "NO_PROVIDER", LATER);
            case "accepted" -> known.byNotices().accepted(handover("next", NoticeKind.FIRST, HOST, known, LATER));
            case "exhausted" -> known.byChain().exhausted(LATER);
            case "held" -> known.byPeople().held(hold("police", LATER));
            case "released" ->
                known.byPeople()
                        .held(hold("police", START))
                        .byPeople()
                        .released(hold("police", START).holdId(), signed("one", LATER));
            case "retraction proposed" -> known.byPeople().retractionProposed(signed("one", LATER));
            case "retracted" ->
                known.byPeople()
                        .retractionProposed(signed("one", LATER))
                        .byPeople()
                        .retracted(signed("other", LATER));
            case "gone" -> known.byChecks().seen(look(1, Presence.DOWN, LATER, removal(LATER, null)), LATER);
            case "reappeared" ->
                known.byChecks().seen(look(2, Presence.REAPPEARED, LATER, removal(START, LATER)), LATER);
            default -> throw new IllegalArgumentException(move);
        };
    }

    private static String name(RemovalCase known) {
        return known.stage().getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }
}
