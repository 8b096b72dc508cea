package org.vigie.notice.removal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long notices of a case waited for a look.
 *
 * @param total of the waits that are over
 * @param since when the running one began, absent while nothing waits
 */
public record CheckDelay(Duration total, @Nullable Instant since) {

    public static final CheckDelay NEVER = new CheckDelay(Duration.ZERO, null);

    CheckDelay begun(Instant at) {
        return since == null ? new CheckDelay(total, at) : this;
    }

    CheckDelay over(Instant at) {
        return since == null ? this : new CheckDelay(total.plus(Duration.between(since, at)), null);
    }
}
