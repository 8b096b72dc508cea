package org.vigie.registry.provider;

import static org.vigie.events.provider.ProviderSnapshot.Health.COMPLAINED;
import static org.vigie.events.provider.ProviderSnapshot.Health.DEAD;
import static org.vigie.events.provider.ProviderSnapshot.Health.OK;
import static org.vigie.events.provider.ProviderSnapshot.Health.POLICY_BLOCKED;
import static org.vigie.events.provider.ProviderSnapshot.Health.QUOTA;
import static org.vigie.events.provider.ProviderSnapshot.Health.SOFT_FAILING;
import static org.vigie.events.provider.ProviderSnapshot.Health.UNVERIFIED;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ProviderSnapshot.Health;
import org.vigie.events.removal.ContactFeedbackSnapshot;

/**
 * What the fate of earlier mail says of a contact, from all of it at once so that order and repeats do not matter.
 *
 * <pre>
 * a complaint                                       COMPLAINED, until a person confirms the contact
 * refused for good as the last thing that happened,
 * no person having answered since                   QUOTA (mailbox full), POLICY_BLOCKED (reputation), otherwise DEAD
 * deferred, never accepted                          SOFT_FAILING
 * accepted, or answered by a person                 OK: the relay's 250 is what "accepted" means
 * nothing yet, or nothing for 180 days              UNVERIFIED
 * </pre>
 *
 * Which kind of refusal the last one was, the counts tell only if all were of one kind; otherwise it is the milder
 * reading, QUOTA before POLICY_BLOCKED before DEAD, until three in a row make it DEAD.
 */
final class ContactHealth {

    static final Duration RECONFIRM_AFTER = Duration.ofDays(180);
    private static final int FAILURES_TO_DIE = 3;

    private ContactHealth() {}

    /** The health at the instant. */
    static Health of(ContactFeedbackSnapshot feedback, Instant now) {
        var confirmed = lastConfirmed(feedback);
        if (feedback.complaints() > 0 && feedback.confirmedAt() == null) {
            return COMPLAINED;
        }
        if (feedback.consecutiveFailures() > 0 && !isAnsweredSince(feedback)) {
            return refused(feedback);
        }
        if (confirmed == null) {
            return feedback.deferred() > 0 ? SOFT_FAILING : UNVERIFIED;
        }
        return isOutdated(confirmed, now) ? UNVERIFIED : OK;
    }

    /** Whether it is too long ago that the contact was last confirmed. */
    static boolean isOutdated(Instant confirmed, Instant now) {
        return confirmed.plus(RECONFIRM_AFTER).isBefore(now);
    }

    /** When mail last got through or a person last answered, absent if never. */
    static @Nullable Instant lastConfirmed(ContactFeedbackSnapshot feedback) {
        var accepted = feedback.lastAcceptedAt();
        var answered = feedback.confirmedAt();
        if (accepted == null && answered == null) {
            return null;
        }
        return Instant.ofEpochMilli(Math.max(accepted == null ? 0 : accepted, answered == null ? 0 : answered));
    }

    private static boolean isAnsweredSince(ContactFeedbackSnapshot feedback) {
        var answered = feedback.confirmedAt();
        var refused = feedback.lastFailureAt();
        return answered != null && refused != null && answered > refused;
    }

    private static Health refused(ContactFeedbackSnapshot feedback) {
        if (feedback.refusedQuota() > 0) {
            return feedback.consecutiveFailures() >= FAILURES_TO_DIE ? DEAD : QUOTA;
        }
        return feedback.refusedPolicy() > 0 ? POLICY_BLOCKED : DEAD;
    }
}
