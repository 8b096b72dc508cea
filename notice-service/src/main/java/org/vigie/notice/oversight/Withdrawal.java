package org.vigie.notice.oversight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a notice naming a case on which somebody put a stop.
 *
 * @param at when it left, absent unless it did
 */
public record Withdrawal(
        UUID noticeId,
        String reference,
        Answer answer,
        @Nullable Instant at) {

    /** Whether it will be read. */
    public enum Answer {
        /** It never left, as far as the case is concerned. */
        PREVENTED,
        /** The relay had taken it. */
        LEFT,
        /** The relay may have taken it, or a person sent the form; it is not sent again. */
        UNCERTAIN
    }
}
