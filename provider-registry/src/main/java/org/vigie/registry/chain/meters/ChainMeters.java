package org.vigie.registry.chain.meters;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import org.vigie.registry.chain.Chains;
import org.vigie.registry.chain.PendingResolutions;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** Cases whose chain is missing or lacks somebody. */
@Component
class ChainMeters implements MeterSource {

    private final Chains chains;
    private final PendingResolutions pending;
    private final Clock clock;

    ChainMeters(Chains chains, PendingResolutions pending, Clock clock) {
        this.chains = chains;
        this.pending = pending;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        into.gauge(
                "vigie_chains_incomplete",
                "Cases whose chain lacks an addressee or a name for a role.",
                chains.incomplete().size());
        var due = pending.allDue().values();
        into.gauge("vigie_resolutions_pending", "Cases that are to be resolved, now or later.", due.size());
        var late = due.stream()
                .min(Comparator.naturalOrder())
                .map(first -> Duration.between(first, clock.instant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
        into.gauge(
                "vigie_resolution_oldest_lag_seconds",
                "How long the resolution that is due first has been waiting, by the one clock.",
                late.toSeconds());
    }
}
