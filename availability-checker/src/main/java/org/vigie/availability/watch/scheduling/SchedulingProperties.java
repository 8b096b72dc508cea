package org.vigie.availability.watch.scheduling;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How checks are run.
 *
 * @param concurrency how many checks are under way at a time, at least 1
 * @param looksPerSecond how many checks may begin in a second of the one clock, when many are overdue; at least 1
 * @param watermarkEvery at most so often is it said after checks up to when they were made, on the one clock
 * @param watermarkOnQuiet how often it is said while nothing is checked, on the one clock
 */
@ConfigurationProperties("vigie.checker")
record SchedulingProperties(
        @DefaultValue("64") int concurrency,
        @DefaultValue("50") int looksPerSecond,
        @DefaultValue("15m") Duration watermarkEvery,
        @DefaultValue("15m") Duration watermarkOnQuiet) {

    SchedulingProperties {
        if (concurrency < 1) {
            throw new IllegalArgumentException("vigie.checker.concurrency: %d is below 1".formatted(concurrency));
        }
        if (watermarkEvery.compareTo(watermarkOnQuiet) > 0) {
            throw new IllegalArgumentException("vigie.checker.watermark-every %s exceeds watermark-on-quiet %s"
                    .formatted(watermarkEvery, watermarkOnQuiet));
        }
    }
}
