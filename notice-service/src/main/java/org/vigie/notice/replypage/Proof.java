package org.vigie.notice.replypage;

import java.time.Instant;

/** Whether somebody reads the mailbox that a notice went to. */
public sealed interface Proof {

    /**
     * The code was right.
     *
     * @param token opens the notice, and answers it, before {@code until}
     */
    record Given(String token, Instant until) implements Proof {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Given[%s]".formatted(until);
        }
    }

    /** The code is another one. */
    record Wrong() implements Proof {}

    /** No code counts: none was asked for, its time is over, or it was tried too often. */
    record NoCode() implements Proof {}
}
