package org.vigie.registry.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.events.removal.ContactFeedbackSnapshot;
import org.vigie.support.copies.Copies;
import org.vigie.support.work.Optimistic;

/** Keeps the health of contacts in step with what became of mail sent to them. */
@Service
public class HearContactFeedback {

    /** A contact that works need not be published anew with every mail. */
    private static final Duration WORTH_TELLING = Duration.ofDays(1);

    private final Copies<ContactFeedbackSnapshot> feedbacks;
    private final Providers providers;
    private final Clock clock;

    HearContactFeedback(Copies<ContactFeedbackSnapshot> feedbacks, Providers providers, Clock clock) {
        this.feedbacks = feedbacks;
        this.providers = providers;
        this.clock = clock;
    }

    /** Hearing the same twice, or in another order, changes nothing; feedback on a contact that is gone is let go. */
    public void heard(ContactFeedbackSnapshot feedback) {
        var id = feedback.contactId().toString();
        var kept = feedbacks.keep(id, feedback.version(), feedback);
        if (!kept.isNewer()) {
            feedbacks.find(id).ifPresent(this::judge);
        } else if (kept.before() == null || mayTellMore(kept.before(), feedback)) {
            judge(feedback);
        }
    }

    /**
     * Whether it may be judged otherwise than the one before, which was; in a burst of mail nothing is, but once an
     * hour.
     */
    private boolean mayTellMore(ContactFeedbackSnapshot before, ContactFeedbackSnapshot feedback) {
        var now = clock.instant();
        return ContactHealth.of(before, now) != ContactHealth.of(feedback, now)
                || !Objects.equals(hour(before), hour(feedback));
    }

    private static @Nullable Instant hour(ContactFeedbackSnapshot feedback) {
        var confirmed = ContactHealth.lastConfirmed(feedback);
        return confirmed == null ? null : confirmed.truncatedTo(ChronoUnit.HOURS);
    }

    private void judge(ContactFeedbackSnapshot newest) {
        var id = newest.providerId();
        providers
                .find(id)
                .ifPresent(_ -> Optimistic.move(
                        () -> providers.find(id).orElseThrow(), known -> judged(known, newest), providers::save));
    }

    private Provider judged(Provider known, ContactFeedbackSnapshot newest) {
        return known.withContacts(known.contacts().stream()
                .map(contact -> contact.id().equals(newest.contactId()) ? judged(contact, newest) : contact)
                .toList());
    }

    private Contact judged(Contact contact, ContactFeedbackSnapshot newest) {
        var health = ContactHealth.of(newest, clock.instant());
        var confirmed = ContactHealth.lastConfirmed(newest);
        return health == contact.health() && !worthTelling(contact.lastConfirmed(), confirmed)
                ? contact
                : contact.withHealth(health, confirmed);
    }

    private static boolean worthTelling(@Nullable Instant known, @Nullable Instant confirmed) {
        return confirmed != null && (known == null || known.plus(WORTH_TELLING).isBefore(confirmed));
    }
}
