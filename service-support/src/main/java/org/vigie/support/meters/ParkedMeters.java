package org.vigie.support.meters;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.vigie.support.events.ParkedRecords;
import org.vigie.support.events.ParkedRecords.Cause;
import org.vigie.support.events.ParkedRecords.Parked;

/** Which records this service put aside, by cause, and since when: what a person asks next when dead letters grow. */
final class ParkedMeters implements MeterSource {

    private static final int CAUSES = 50;

    private final ParkedRecords parked;
    private final Clock clock;

    ParkedMeters(ParkedRecords parked, Clock clock) {
        this.parked = parked;
        this.clock = clock;
    }

    @Override
    public void measure(Readings into) {
        var now = clock.instant();
        parked.latest().stream().collect(groupingBy(Parked::cause, mapping(Parked::at, toList()))).entrySet().stream()
                .limit(CAUSES)
                .forEach(one -> measure(one.getKey(), one.getValue(), now, into));
    }

    private static void measure(Cause cause, List<Instant> times, Instant now, Readings into) {
        var labels = new String[] {
            "topic", cause.topic(), "kind", cause.kind(), "place", cause.line(), "reason", cause.reason()
        };
        into.gauge("vigie_parked_records", "Records put aside and not applied since.", times.size(), labels);
        into.gauge(
                "vigie_parked_oldest_seconds",
                "Since the first of them was put aside.",
                Duration.between(Collections.min(times), now).toSeconds(),
                labels);
        into.gauge(
                "vigie_parked_newest_seconds",
                "Since the last of them was put aside.",
                Duration.between(Collections.max(times), now).toSeconds(),
                labels);
    }
}
