package org.vigie.notice.retention.meters;

import org.springframework.stereotype.Component;
import org.vigie.notice.retention.EraseCase;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** What was erased, and what is to be. */
@Component
class RetentionMeters implements MeterSource {

    private static final int MOST = 10_000;

    private final EraseCase eraseCase;

    RetentionMeters(EraseCase eraseCase) {
        this.eraseCase = eraseCase;
    }

    @Override
    public void measure(Readings into) {
        into.gauge(
                "vigie_cases_to_erase",
                "Cases whose time is over and that are not erased yet, at most 10,000.",
                eraseCase.due(MOST).size());
        eraseCase
                .erased()
                .forEach((what, count) -> into.counter(
                        "vigie_erased_total", "What was erased as its time was over.", count, "what", what));
    }
}
