package org.vigie.notice.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What messages are signed with. Its {@code toString} does not give it away.
 *
 * @param text {@code whsec_} and 32 random octets in Base64
 * @param until absent while no other follows it
 */
public record Secret(String text, @Nullable Instant until) {

    boolean countsAt(Instant now) {
        return until == null || now.isBefore(until);
    }

    Secret endingBy(Instant end) {
        return until != null && until.isBefore(end) ? this : new Secret(text, end);
    }

    @Override
    public String toString() {
        return "Secret[until=%s]".formatted(until);
    }
}
