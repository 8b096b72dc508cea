package org.vigie.notice.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What proves that providers were told. */
public interface Proofs {

    /**
     * Records that the notice was accepted, and keeps what proves it, unless that was done; a notice whose process
     * ended in between is in the record twice.
     */
    void accepted(Notice notice, Instant at);

    /** The proof as a file (c2sp.org/tlog-proof); absent while nobody has accepted the notice. */
    Optional<String> find(UUID noticeId);
}
