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
public record Blocked(Duration total, @Nullable Instant since) {

    public static final Blocked NEVER = new Blocked(Duration.ZERO, null);

    Blocked begun(Instant at) {
        return since == null ? new Blocked(total, at) : this;
    }

    Blocked over(Instant at) {
        return since == null ? this : new Blocked(total.plus(Duration.between(since, at)), null);
    }
}
