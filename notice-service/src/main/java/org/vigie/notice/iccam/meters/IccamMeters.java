package org.vigie.notice.iccam.meters;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.vigie.notice.iccam.Items;
import org.vigie.notice.iccam.Reached;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** How many items there are, and whether ICCAM answers. */
@Component
class IccamMeters implements MeterSource {

    private final Items items;
    private final Reached reached;
    private final Clock clock;

    IccamMeters(Items items, Reached reached, Clock clock) {
        this.items = items;
        this.reached = reached;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        var count = items.count();
        into.gauge("vigie_iccam_items", "Items that came from ICCAM.", count.due(), "state", "OPEN");
        into.gauge("vigie_iccam_items", "Items that came from ICCAM.", count.all() - count.due(), "state", "OVER");
        into.gauge(
                "vigie_iccam_silent_seconds",
                "How long ICCAM has not answered, by the one clock; 0 while it does.",
                reached.silentFor(clock.instant()).toSeconds());
    }
}
