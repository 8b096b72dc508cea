package org.vigie.notice.delivery;

import java.util.Optional;

/** What people did with web forms. */
public interface Submissions {

    Optional<Submission> find(String deliveryId);

    /** Stores it in place of an earlier one of the same delivery. */
    void save(Submission submission);

    /** Forgets it, so that a person is asked again; none is no failure. */
    void remove(String deliveryId);
}
