package org.vigie.notice.removal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a case waits for.
 *
 * @param wants what it asked others for
 * @param delay waits of its notices for a check
 * @param nextStepAt when the next step may be due, absent if only an event can make one
 */
public record Waiting(
        Wants wants, CheckDelay delay, @Nullable Instant nextStepAt) {

    Waiting with(Wants next) {
        return new Waiting(next, delay, nextStepAt);
    }

    Waiting with(CheckDelay next) {
        return new Waiting(wants, next, nextStepAt);
    }

    Waiting until(@Nullable Instant due) {
        return new Waiting(wants, delay, due);
    }
}
