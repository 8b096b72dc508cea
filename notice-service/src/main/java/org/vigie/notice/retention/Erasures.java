package org.vigie.notice.retention;

import java.time.Instant;
import java.util.Map;

/** How much was erased. */
public interface Erasures {

    /**
     * Counts what was erased, by the day in UTC. A crash between an erasure and its count loses the count, never the
     * entry in the audit.
     *
     * @param counts by what they are called
     */
    void count(Instant at, Map<String, Long> counts);

    /** All that was ever counted, by what it is called. */
    Map<String, Long> all();
}
