package org.vigie.availability.watch.meters;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import org.vigie.availability.watch.ReleaseGuard;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** Watches by state and by what hinders checks, counted in the store; and whether the guard is on. */
@Component
class WatchMeters implements MeterSource {

    private static final List<String> STATES = List.of("UNSEEN", "UP", "SUSPECT", "DOWN", "RETURNING");

    private final MongoOperations mongo;
    private final ReleaseGuard guard;
    private final Clock clock;

    WatchMeters(MongoOperations mongo, ReleaseGuard guard, Clock clock) {
        this.mongo = mongo;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        STATES.forEach(
                state -> into.gauge("vigie_watches", "Watched URLs.", count("state.kind", state), "state", state));
        for (var flag : Flag.values()) {
            into.gauge(
                    "vigie_watches_flagged",
                    "Watched URLs, by what hinders looking; one may have several flags.",
                    count("flags", flag.name()),
                    "flag",
                    flag.name());
        }
        into.gauge(
                "vigie_brake_on",
                "1 while nothing is called removed because too much turned bad at once.",
                guard.isOn(clock.instant()) ? 1 : 0);
    }

    private long count(String field, String value) {
        return mongo.count(query(where(field).is(value)), "watches");
    }
}
