package org.vigie.notice.contact;

import java.util.Optional;
import java.util.UUID;

/** The record of every contact. */
public interface Feedbacks {

    Optional<Feedback> find(UUID contactId);

    /**
     * Stores the record; what it publishes follows by itself.
     *
     * @return false if someone stored another version since this one was read; reading again and retrying helps
     */
    boolean save(Feedback feedback);
}
