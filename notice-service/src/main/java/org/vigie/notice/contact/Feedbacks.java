package org.vigie.notice.contact;

import java.util.Optional;
import java.util.UUID;

/** The record of every contact. */
public interface Feedbacks {

    Optional<Feedback> find(UUID contactId);

    /**
     * Stores the record; what it publishes follows by itself.
     *
     * @return it as stored; empty if somebody was faster, and nothing is stored then
     */
    Optional<Feedback> save(Feedback feedback);
}
