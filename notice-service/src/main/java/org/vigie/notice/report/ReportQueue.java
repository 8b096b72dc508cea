package org.vigie.notice.report;

import java.time.Instant;
import java.util.UUID;

/** Reports to be applied, and to be looked at. */
public interface ReportQueue {

    /** Applies the report as soon as its turn comes. */
    void apply(ReportTurn turn);

    /** Looks at the instant how far a partner's report is, instead of when it was due. */
    void follow(UUID reportId, Instant due);
}
