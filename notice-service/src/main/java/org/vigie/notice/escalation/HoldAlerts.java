package org.vigie.notice.escalation;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.removal.Hold;
import org.vigie.notice.removal.RemovalCase;
import org.vigie.notice.task.TaskKind;

/** When somebody is told that a hold runs out: twice before, and once it did. Each hold has alerts of its own. */
record HoldAlerts(NoticeRules rules) {

    /** What somebody is called for by now, empty before the first warning. */
    Optional<TaskKind> of(Hold hold, Instant now) {
        if (now.isBefore(warning(hold))) {
            return Optional.empty();
        }
        if (now.isBefore(lastWarning(hold))) {
            return Optional.of(TaskKind.HOLD_EXPIRY);
        }
        return Optional.of(now.isBefore(hold.expiresAt()) ? TaskKind.HOLD_EXPIRES_SOON : TaskKind.HOLD_EXPIRED);
    }

    /** When the next one of any of the case's holds falls due, empty after the last. */
    private Optional<Instant> next(RemovalCase known, Instant now) {
        return known.holds().current().stream()
                .flatMap(hold -> Stream.of(warning(hold), lastWarning(hold), hold.expiresAt()))
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    /** The instant, or the next alert if that is before it; absent if there is neither. */
    @Nullable
    Instant sooner(@Nullable Instant until, RemovalCase known, Instant now) {
        return Stream.concat(Stream.ofNullable(until), next(known, now).stream())
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Instant warning(Hold hold) {
        return hold.expiresAt().minus(rules.holdWarning());
    }

    private Instant lastWarning(Hold hold) {
        return hold.expiresAt().minus(rules.holdLastWarning());
    }
}
