package org.vigie.notice.removal.meters;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.vigie.notice.removal.Cases;
import org.vigie.notice.removal.ListCases;
import org.vigie.notice.removal.Shown;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** Cases by state, and those that should have been looked at again and were not. */
@Component
class CaseMeters implements MeterSource {

    private final Cases cases;
    private final Clock clock;

    CaseMeters(Cases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        var counts = cases.counts();
        for (var state : Shown.values()) {
            into.gauge("vigie_cases", "Cases.", counts.getOrDefault(state, 0L), "state", state.name());
        }
        var late = clock.instant().minus(ListCases.STUCK);
        into.gauge(
                "vigie_cases_stuck",
                "Cases whose next step has been due for more than 15 minutes by the one clock.",
                cases.due().values().stream().filter(late::isAfter).count());
    }
}
