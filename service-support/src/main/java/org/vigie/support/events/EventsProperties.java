package org.vigie.support.events;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are made and how hard listeners try.
 *
 * @param partitions of every topic that is made here; never changed in a topic's life
 * @param replicas of every topic that is made here, -1 for the broker's default
 * @param firstRetryAfter pause before a failed record is tried again; it doubles each time
 * @param longestPause between two tries
 * @param tries of a record that fails for a reason we did not foresee, before it is parked
 */
@ConfigurationProperties("vigie.events")
public record EventsProperties(
        @DefaultValue("12") int partitions,
        @DefaultValue("-1") short replicas,
        @DefaultValue("500ms") Duration firstRetryAfter,
        @DefaultValue("30s") Duration longestPause,
        @DefaultValue("3") int tries) {

    public EventsProperties {
        if (partitions < 1) {
            throw new IllegalArgumentException("vigie.events.partitions: %d is below 1".formatted(partitions));
        }
        if (!firstRetryAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "vigie.events.first-retry-after: %s is not above 0".formatted(firstRetryAfter));
        }
        if (firstRetryAfter.compareTo(longestPause) > 0) {
            throw new IllegalArgumentException("vigie.events.first-retry-after %s exceeds longest-pause %s"
                    .formatted(firstRetryAfter, longestPause));
        }
        if (tries < 1) {
            throw new IllegalArgumentException("vigie.events.tries: %d is below 1".formatted(tries));
        }
    }
}
