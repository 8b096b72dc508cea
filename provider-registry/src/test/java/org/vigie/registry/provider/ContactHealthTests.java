package org.vigie.registry.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.events.removal.ContactFeedbackSnapshot;

class ContactHealthTests {

    private static final long NOW = Instant.parse("2026-07-05T10:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # what happened,                 accepted, refused, quota, policy, deferred, complaints, in a row, accepted days ago, refused days ago, confirmed days ago, health
            nothing yet,                            0,       0,     0,      0,        0,          0,        0,                  ,                 ,                   , UNVERIFIED
            accepted,                               1,       0,     0,      0,        0,          0,        0,                 1,                 ,                   , OK
            accepted long ago,                      1,       0,     0,      0,        0,          0,        0,               181,                 ,                   , UNVERIFIED
            answered by a person since,             1,       0,     0,      0,        0,          0,        0,               181,                 ,                  3, OK
            refused for good,                       0,       1,     0,      0,        0,          0,        1,                  ,                 ,                   , DEAD
            refused for good after acceptance,      5,       1,     0,      0,        0,          0,        1,                 1,                 ,                   , DEAD
            accepted after a refusal,               6,       1,     0,      0,        0,          0,        0,                 0,                 ,                   , OK
            mailbox full,                           5,       1,     1,      0,        0,          0,        1,                 1,                 ,                   , QUOTA
            mailbox full three times,               5,       3,     3,      0,        0,          0,        3,                 9,                 ,                   , DEAD
            refused by policy,                      0,       1,     0,      1,        0,          0,        1,                  ,                 ,                   , POLICY_BLOCKED
            answered since it was refused,          5,       1,     0,      0,        0,          0,        1,                 9,                3,                  1, OK
            refused since it was answered,          5,       1,     0,      0,        0,          0,        1,                 9,                1,                  3, DEAD
            answered long since it was refused,     5,       1,     0,      0,        0,          0,        1,               200,              190,                181, UNVERIFIED
            mailbox full before it was answered,    5,       3,     3,      0,        0,          0,        3,                 9,                3,                  1, OK
            deferred only,                          0,       0,     0,      0,        4,          0,        0,                  ,                 ,                   , SOFT_FAILING
            deferred after acceptance,              1,       0,     0,      0,        4,          0,        0,                 1,                 ,                   , OK
            complained,                             9,       0,     0,      0,        0,          1,        0,                 1,                 ,                   , COMPLAINED
            complained and confirmed,               9,       0,     0,      0,        0,          1,        0,                 1,                 ,                  1, OK
            complained confirmed then refused,     9,       1,     0,      0,        0,          1,        1,                 9,                1,                  3, DEAD
            complained and confirmed long ago,      9,       0,     0,      0,        0,          1,        0,               200,                 ,                190, UNVERIFIED
            """)
    void tellsTheHealth(
            String what,
            long accepted,
            long refused,
            long quota,
            long policy,
            long deferred,
            long complaints,
            int inARow,
            @Nullable Integer acceptedDaysAgo,
            @Nullable Integer refusedDaysAgo,
            @Nullable Integer confirmedDaysAgo,
            Health health) {
        var feedback = new ContactFeedbackSnapshot(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                accepted,
                refused,
                quota,
                policy,
                deferred,
                complaints,
                inARow,
                before(acceptedDaysAgo),
                before(refusedDaysAgo),
                before(confirmedDaysAgo));

        assertThat(ContactHealth.of(feedback, Instant.ofEpochMilli(NOW)))
                .as(what)
                .isEqualTo(health);
    }

    private static @Nullable Long before(@Nullable Integer days) {
        return days == null ? null : NOW - days * DAY;
    }
}
