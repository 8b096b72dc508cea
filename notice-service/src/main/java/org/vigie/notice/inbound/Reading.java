package org.vigie.notice.inbound;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person read in a message, which counts from then on instead of what was read in it before.
 *
 * @param noticeId the notice that it answers, absent if it answers none of ours
 * @param meaning {@link Meaning.Unparsed} if nothing follows from it
 * @param by the person
 * @param reason why, in the person's words
 */
public record Reading(@Nullable UUID noticeId, Meaning meaning, String by, String reason, Instant at) {

    /** Whether it says the same, whoever said it and when. */
    boolean saysTheSameAs(Reading other) {
        return Objects.equals(noticeId, other.noticeId) && meaning.equals(other.meaning);
    }

    /** Leaves the name and the words out. */
    @Override
    public String toString() {
        return "Reading[%s, %s]".formatted(noticeId, meaning.getClass().getSimpleName());
    }
}
