package org.vigie.notice.contact;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contacts' records in memory. */
public final class InMemoryFeedbacks implements Feedbacks {

    private final Map<UUID, Feedback> stored = new HashMap<>();

    @Override
    public synchronized Optional<Feedback> find(UUID contactId) {
        return Optional.ofNullable(stored.get(contactId));
    }

    @Override
    public synchronized Optional<Feedback> save(Feedback feedback) {
        var before = stored.get(feedback.contactId());
        @Nullable Long version = before == null ? null : before.version();
        if (!Objects.equals(version, feedback.version())) {
            return Optional.empty();
        }
        var next = new Feedback(
                feedback.contactId(),
                feedback.providerId(),
                feedback.counts(),
                feedback.latest(),
                feedback.counted(),
                version == null ? 0 : version + 1);
        stored.put(feedback.contactId(), next);
        return Optional.of(next);
    }
}
