package org.vigie.availability.watch.meters;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.unwind;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.stereotype.Component;
import org.vigie.availability.watch.ReleaseBrake;
import org.vigie.events.availability.AvailabilitySnapshot.Flag;
import org.vigie.support.meters.MeterSource;
import org.vigie.support.meters.Readings;

/** Watches by state and by what hinders looking, counted in the store; and whether the brake is on. */
@Component
class WatchMeters implements MeterSource {

    private static final List<String> STATES = List.of("UNSEEN", "UP", "SUSPECT", "DOWN", "RETURNING");

    private final MongoOperations mongo;
    private final ReleaseBrake brake;
    private final Clock clock;

    WatchMeters(MongoOperations mongo, ReleaseBrake brake, Clock clock) {
        this.mongo = mongo;
        this.brake = brake;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        var states = counted(newAggregation(group("state.kind").count().as("count")));
        STATES.forEach(state -> into.gauge("vigie_watches", "Watched URLs.", of(states, state), "state", state));
        var flags =
                counted(newAggregation(unwind("flags"), group("flags").count().as("count")));
        for (var flag : Flag.values()) {
            into.gauge(
                    "vigie_watches_flagged",
                    "Watched URLs, by what hinders looking; one may have several flags.",
                    of(flags, flag.name()),
                    "flag",
                    flag.name());
        }
        into.gauge(
                "vigie_brake_on",
                "1 while nothing is called removed because too much turned bad at once.",
                brake.isOn(clock.instant()) ? 1 : 0);
    }

    private Map<String, Number> counted(Aggregation aggregation) {
        return mongo.aggregate(aggregation, "watches", Document.class).getMappedResults().stream()
                .collect(Collectors.toMap(row -> row.getString("_id"), row -> row.get("count", Number.class)));
    }

    private static Number of(Map<String, Number> counts, String value) {
        return counts.getOrDefault(value, 0);
    }
}
