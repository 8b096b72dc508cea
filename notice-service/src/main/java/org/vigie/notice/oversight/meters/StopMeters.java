package org.vigie.notice.oversight.meters;

import org.springframework.stereotype.Component;
import org.vigie.notice.oversight.Stops;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** Whether the kill switch is on. */
@Component
class StopMeters implements MeterSource {

    private final Stops stops;

    StopMeters(Stops stops) {
        this.stops = stops;
    }

    @Override
    public void measure(Readings into) {
        var stop = stops.now();
        into.gauge("vigie_sending_stopped", "1 while nothing is sent to anybody.", stop.everything() ? 1 : 0);
        into.gauge(
                "vigie_sending_stopped_providers",
                "Providers to whom nothing is sent.",
                stop.providers().size());
    }
}
