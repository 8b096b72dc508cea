package org.vigie.notice.removal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a case waits for.
 *
 * @param wants what it asked others for
 * @param delay waits of its notices for a check
 * @param nextStepAt when the next step may be due, absent if only an event can make one
 * @param called whether people may ever have been called for how it stands; stored before they are
 */
public record Waiting(
        Wants wants, CheckDelay delay, @Nullable Instant nextStepAt, boolean called) {

    Waiting with(Wants next) {
        return new Waiting(next, delay, nextStepAt, called);
    }

    Waiting with(CheckDelay next) {
        return new Waiting(wants, next, nextStepAt, called);
    }

    Waiting until(@Nullable Instant due) {
        return new Waiting(wants, delay, due, called);
    }

    Waiting forPeople() {
        return new Waiting(wants, delay, nextStepAt, true);
    }
}
