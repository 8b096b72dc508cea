package org.vigie.notice.erasure;

import java.time.Instant;
import java.util.UUID;

/** What one store holds about cases beside the cases themselves. */
public interface Trace {

    /** What is counted, in the plural, such as {@code reports}. */
    String name();

    /**
     * Erases what the store got about the case by the instant. Called again after a crash, it does what is left.
     *
     * @return how much it was
     */
    long erase(UUID caseId, Instant until);
}
