package org.vigie.support.meters;

import java.util.List;
import org.vigie.support.outbox.Outbox;

/** How much is stored and not yet published. */
final class OutboxMeters implements MeterSource {

    private static final int MOST = 10_000;

    private final List<Outbox> outboxes;

    OutboxMeters(List<Outbox> outboxes) {
        this.outboxes = outboxes;
    }

    @Override
    public void measure(Readings into) {
        for (var outbox : outboxes) {
            into.gauge(
                    "vigie_outbox_behind",
                    "Stored aggregates whose version was not published yet, counted up to 10000.",
                    outbox.behind(MOST).size(),
                    "outbox",
                    outbox.name());
        }
    }
}
