package org.vigie.bench.flow;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.vigie.events.Topics;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.support.events.EventJson;

/**
 * Waits until every page is called removed and the indicators say so. The indicators are sums, so that the k-th removal
 * that they count is taken for the k-th verdict.
 */
record Verdicts(VigieProcess vigie, Desk desk, int pages) {

    private static final Duration BETWEEN_READINGS = Duration.ofMillis(100);

    /** From verdict to indicator, of those that got there before nothing had changed for the given time. */
    Times follow(Duration patience) throws IOException, InterruptedException {
        var verdictAt = new long[pages];
        var countedAt = new long[pages];
        Set<UUID> removed = new HashSet<>();
        int counted = 0;
        var lastChange = System.nanoTime();
        try (var consumer = Topic.consumer(vigie.address("KAFKA"))) {
            var partitions = Topic.of(consumer, Topics.AVAILABILITY);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (counted < pages && System.nanoTime() - lastChange < patience.toNanos()) {
                int before = removed.size() + counted;
                for (var record : consumer.poll(BETWEEN_READINGS)) {
                    var snapshot = EventJson.MAPPER.readValue(record.value(), AvailabilitySnapshot.class);
                    if (snapshot.presence() == Presence.DOWN && removed.add(snapshot.caseId())) {
                        verdictAt[removed.size() - 1] = System.nanoTime();
                    }
                }
                int now = Math.min(pages, desk.removed());
                if (now > counted) {
                    Arrays.fill(countedAt, counted, now, System.nanoTime());
                    counted = now;
                }
                lastChange = removed.size() + counted > before ? System.nanoTime() : lastChange;
            }
        }
        return new Times(IntStream.range(0, Math.min(counted, removed.size()))
                .mapToDouble(k -> Math.max(0, countedAt[k] - verdictAt[k]) / 1e9)
                .toArray());
    }
}
