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
     * @return false if someone stored another version since this one was read; reading again and retrying helps
     */
    boolean save(Gathering gathering);

    /** When each is to become a notice. */
    Map<String, Instant> due();
}
