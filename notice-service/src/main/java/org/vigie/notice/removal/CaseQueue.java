package org.vigie.notice.removal;

import java.time.Instant;
import java.util.UUID;

/** Cases to be looked at. */
public interface CaseQueue {

    /** Advances the case at the instant, instead of when it was due. */
    void lookAt(UUID caseId, Instant due);
}
