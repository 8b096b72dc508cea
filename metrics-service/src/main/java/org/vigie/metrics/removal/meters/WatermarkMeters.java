package org.vigie.metrics.removal.meters;

import java.time.Clock;
import java.time.Duration;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** How far behind the checker is: what is older silently shifts every figure of open targetings. */
final class WatermarkMeters implements MeterSource {

    private final Bookkeeping bookkeeping;
    private final Clock clock;

    WatermarkMeters(Bookkeeping bookkeeping, Clock clock) {
        this.bookkeeping = bookkeeping;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        var checked = bookkeeping.asOf();
        if (checked != null) {
            into.gauge(
                    "vigie_checker_watermark_age_seconds",
                    "Time since the instant up to which every partition was checked as planned, by the one clock.",
                    Duration.between(checked, clock.instant()).toSeconds());
        }
    }
}
