package org.vigie.notice.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.vigie.notice.removal.CaseStage;
import org.vigie.notice.removal.RemovalCase;

/** Which actions may follow each other, in the words of the domain's table. */
final class Moves {

    /** What an event does at once. */
    private static final Set<String> BY_EVENT = Set.of(
            "Received>Verified",
            "Rejected>Verified",
            "Received>Rejected",
            "Verified>Rejected",
            "Routed>Rejected",
            "Unaddressable>Rejected",
            "Routed>Notified",
            "Routed>Verified",
            "Notified>Verified",
            "Exhausted>Verified",
            "Unaddressable>Verified",
            "Received>Retracted",
            "Verified>Retracted",
            "Rejected>Retracted",
            "Routed>Retracted",
            "Unaddressable>Retracted",
            "Notified>Retracted",
            "Exhausted>Retracted",
            "Retracted>Received");

    /** What the chain and time do. */
    private static final Set<String> BY_ITSELF = closed(Set.of(
            "Verified>Routed",
            "Verified>Unaddressable",
            "Routed>Unaddressable",
            "Unaddressable>Routed",
            "Exhausted>Routed",
            "Notified>Routed",
            "Notified>Exhausted"));

    private Moves() {}

    static void byEvent(RemovalCase before, RemovalCase after) {
        assertThat(after.cycle()).isGreaterThanOrEqualTo(before.cycle());
        var move = move(before, after);
        // A report after everything was retracted says in the same move what its content is.
        var twoAtOnce = move.equals("Retracted>Verified") || move.equals("Retracted>Rejected");
        assertThat(isNone(before, after) || twoAtOnce || BY_EVENT.contains(move))
                .as(move)
                .isTrue();
        if (before.stage() instanceof CaseStage.Retracted && !isNone(before, after)) {
            assertThat(after.cycle()).isEqualTo(before.cycle() + 1);
        }
    }

    static void byItself(RemovalCase before, RemovalCase after) {
        assertThat(after.cycle()).isEqualTo(before.cycle());
        assertThat(isNone(before, after) || BY_ITSELF.contains(move(before, after)))
                .as(move(before, after))
                .isTrue();
    }

    private static boolean isNone(RemovalCase before, RemovalCase after) {
        return name(before).equals(name(after));
    }

    private static String move(RemovalCase before, RemovalCase after) {
        return name(before) + ">" + name(after);
    }

    private static String name(RemovalCase known) {
        return known.stage().getClass().getSimpleName();
    }

    private static Set<String> closed(Set<String> moves) {
        var closed = new HashSet<>(moves);
        var before = 0;
        while (closed.size() > before) {
            before = closed.size();
            for (var first : Set.copyOf(closed)) {
                for (var second : Set.copyOf(closed)) {
                    if (first.substring(first.indexOf('>') + 1).equals(second.substring(0, second.indexOf('>')))) {
                        closed.add(first.substring(0, first.indexOf('>')) + second.substring(second.indexOf('>')));
                    }
                }
            }
        }
        return Set.copyOf(closed);
    }
}
