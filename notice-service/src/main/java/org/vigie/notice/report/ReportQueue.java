package org.vigie.notice.report;

import java.util.UUID;

/** Reports to be applied. */
public interface ReportQueue {

    /** Applies the report as soon as possible. */
    void apply(UUID reportId);
}
