package org.vigie.notice.report;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A report that waits to be applied, and among which: one of a batch lets those pass that came alone.
 *
 * @param batched whether it came as a line of a batch
 */
public record ReportTurn(UUID reportId, boolean batched) {

    /** For so long a line lets others pass: a stream of single reports holds up none for good. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** When it falls due among the others if it may be applied from now on. */
    public Instant due(Instant now) {
        return batched ? now : now.minus(PATIENCE);
    }
}
