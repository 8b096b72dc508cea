package org.vigie.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.notice.delivery.Submission.Outcome;

/** What every {@link Submissions} promises. */
public interface SubmissionsContract {

    Submissions submissions();

    @Test
    default void keepsTheLatestAndForgets() {
        var id = UUID.randomUUID().toString();
        assertThat(submissions().find(id)).isEmpty();

        submissions().save(submission(id, Outcome.NOT_NOW));
        submissions().save(submission(id, Outcome.SUBMITTED));
        assertThat(submissions().find(id)).contains(submission(id, Outcome.SUBMITTED));

        submissions().remove(id);
        submissions().remove(id);
        assertThat(submissions().find(id)).isEmpty();
    }

    static Submission submission(String id, Outcome outcome) {
        return new Submission(id, outcome, "ticket 4711", "an.operator", Instant.parse("2026-01-05T10:00:00Z"));
    }
}
