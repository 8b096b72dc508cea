package org.vigie.availability.watch.scheduling;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How checks are run.
 *
 * @param concurrency how many checks are under way at a time, at least 1
 * @param looksPerSecond how many checks may begin in a second of the one clock, when many are overdue; at least 1
 * @param watermarkEvery at most so often is it said after checks up to when they were made, on the one clock
 * @param watermarkOnQuiet how often it is said while nothing is checked, on the one clock
 */
@Validated
@ConfigurationProperties("vigie.checker")
record SchedulingProperties(
        @Min(1) @DefaultValue("64") int concurrency,
        @Min(1) @DefaultValue("50") int looksPerSecond,
        @DurationMin(millis = 1) @DefaultValue("15m") Duration watermarkEvery,
        @DefaultValue("15m") Duration watermarkOnQuiet) {

    SchedulingProperties {
        if (watermarkEvery.compareTo(watermarkOnQuiet) > 0) {
            throw new IllegalArgumentException("vigie.checker.watermark-every %s exceeds watermark-on-quiet %s"
                    .formatted(watermarkEvery, watermarkOnQuiet));
        }
    }
}
