package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.TaskKind;

/** What a task is about, so that the same need is asked for once and a new one again. */
final class TaskKey {

    private TaskKey() {}

    static Object of(RemovalCase known, TaskKind kind) {
        return switch (kind) {
            case LOOK_BLOCKED -> lastSeenByPeople(known);
            case APPROVAL ->
                "%d/%d".formatted(known.cycle(), known.steering().approved().size());
            case COUNTRY_CLEARANCE ->
                "%d/%d".formatted(known.cycle(), known.steering().clearances().size());
            case CLASSIFY -> "%d/%d".formatted(known.cycle(), known.contents().size());
            case DISPUTE -> Objects.requireNonNull(known.steering().dispute()).replyId();
            case NO_CONTACT ->
                "%d/%d".formatted(known.cycle(), known.pursuit().refused().size());
            case RETRACTION ->
                known.contents().stream()
                        .map(unit -> unit.standing().decidedAt())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .<Object>map(decidedAt -> decidedAt)
                        .orElse(known.cycle());
            case HOLD_EXPIRY,
                    HOLD_EXPIRES_SOON,
                    HOLD_EXPIRED,
                    UNCERTAIN_SEND,
                    WEB_FORM,
                    REPLY,
                    MAIL,
                    SETTING_MISSING,
                    ICCAM -> known.cycle();
        };
    }

    private static Instant lastSeenByPeople(RemovalCase known) {
        var saw = known.wants().personSaw();
        return saw == null || saw.at().isBefore(known.evidence().lastSightingAt())
                ? known.evidence().lastSightingAt()
                : saw.at();
    }
}
