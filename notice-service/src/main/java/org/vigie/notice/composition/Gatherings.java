package org.vigie.notice.composition;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Every gathering. */
public interface Gatherings {

    Optional<Gathering> find(String key);

    /**
     * Stores the gathering.
     *
     * @return it as stored; empty if somebody was faster, and nothing is stored then
     */
    Optional<Gathering> save(Gathering gathering);

    /** When each is to become a notice. */
    Map<String, Instant> due();
}
