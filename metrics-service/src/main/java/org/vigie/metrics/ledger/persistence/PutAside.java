package org.vigie.metrics.ledger.persistence;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.vigie.metrics.ledger.Snapshots;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** Says how many stored snapshots could not be counted: the service answers, without them. */
@Component("countedHealthIndicator")
final class PutAside implements HealthIndicator, MeterSource {

    private final List<Snapshots<?>> stores;

    PutAside(List<Snapshots<?>> stores) {
        this.stores = stores;
    }

    @Override
    public Health health() {
        return Health.up().withDetail("put_aside", count()).build();
    }

    @Override
    public void measure(Readings into) {
        into.gauge("vigie_snapshots_put_aside", "Stored snapshots that could not be counted.", count());
    }

    private long count() {
        return stores.stream().mapToLong(Snapshots::asideCount).sum();
    }
}
