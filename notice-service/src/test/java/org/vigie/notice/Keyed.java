package org.vigie.notice;

import org.jspecify.annotations.Nullable;
import org.vigie.notice.TestWorld.Answer;

/**
 * An operation that takes an {@code Idempotency-Key}, with something to do it to.
 *
 * @param asks sends a body under a key
 * @param other another body that it takes, absent if it has none
 * @param names where the answer has what does not change while work goes on, absent for all of it
 */
record Keyed(
        Asks asks,
        String body,
        @Nullable String other,
        @Nullable String names) {

    /** Sends a body under a key to the service as it runs now. */
    interface Asks {
        Answer ask(TestWorld world, String body, String key);
    }

    String ask(TestWorld world, String said, String key) {
        var answer = asks.ask(world, said, key);
        return answer.status() + " "
                + (names == null ? answer.body() : answer.json().at(names).asString());
    }
}
