package org.vigie.events.removal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Amount;
import org.vigie.events.Moment;
import org.vigie.events.Version;

/**
 * What became of the mail sent to one contact, since the beginning. Topic {@code contact-feedback.v1}, compacted, keyed
 * by contact id; a higher {@code version} replaces a lower one. Counts are cumulative, times epoch milliseconds.
 *
 * @param accepted handed over and accepted by the channel
 * @param refusedPermanently refused for good, at hand-over or by a later bounce (RFC 3463 class 5)
 * @param refusedQuota of those, for a full mailbox (X.2.2)
 * @param refusedPolicy of those, for policy or reputation (X.7.x)
 * @param deferred refused for now (class 4), each attempt
 * @param complaints feedback reports (RFC 5965)
 * @param confirmedAt when an operator last recorded an answer of a person there, absent if never
 * @param consecutiveFailures permanent failures since the last acceptance
 */
public record ContactFeedbackSnapshot(
        UUID contactId,
        @Version long version,
        UUID providerId,
        @Amount long accepted,
        @Amount long refusedPermanently,
        @Amount long refusedQuota,
        @Amount long refusedPolicy,
        @Amount long deferred,
        @Amount long complaints,
        @Amount int consecutiveFailures,
        @Moment @Nullable Long lastAcceptedAt,
        @Moment @Nullable Long lastFailureAt,
        @Moment @Nullable Long confirmedAt) {}
