package org.vigie.metrics.publication;

import java.util.List;
import java.util.Optional;

/** Every publication, those that wait for approval included. */
public interface Publications {

    Optional<Publication> find(String period, int version);

    /** All of them, in no particular order. */
    List<Publication> all();

    /**
     * Stores a new publication.
     *
     * @return false if there is one for the period and version, which stays as it is
     */
    boolean add(Publication publication);

    /**
     * Stores the approval of a publication that has none.
     *
     * @return false if it has one by now
     */
    boolean approve(Publication approved);
}
