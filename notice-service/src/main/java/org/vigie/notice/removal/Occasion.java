package org.vigie.notice.removal;

import java.util.Comparator;
import org.vigie.notice.task.TaskKind;

/** What a task is about, so that the same need is asked for once and a new one again. */
final class Occasion {

    private Occasion() {}

    static Object of(RemovalCase known, TaskKind kind) {
        return switch (kind) {
            case HOLD_EXPIRY, HOLD_EXPIRES_SOON, HOLD_EXPIRED ->
                known.holds().stream()
                        .min(Comparator.comparing(Hold::expiresAt).thenComparing(Hold::holdId))
                        .<Object>map(Hold::holdId)
                        .orElse(known.cycle());
            case LOOK_BLOCKED -> known.lastSightingAt();
            case APPROVAL ->
                "%d/%d".formatted(known.cycle(), known.steering().approved().size());
            case COUNTRY_CLEARANCE ->
                "%d/%d".formatted(known.cycle(), known.steering().clearances().size());
            case NO_CONTACT -> "%d/%d".formatted(known.cycle(), known.refused().size());
            case UNCERTAIN_SEND, RETRACTION, WEB_FORM -> known.cycle();
        };
    }
}
