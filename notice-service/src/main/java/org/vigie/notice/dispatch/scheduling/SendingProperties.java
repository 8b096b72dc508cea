package org.vigie.notice.dispatch.scheduling;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How hard it is tried to hand notices over.
 *
 * @param dryRun notices are written and none is sent
 * @param deadline by when removal is asked for
 * @param settle how long an uncertain notice rests before it is sent once more; above the relay's longest answer
 * @param giveUpAfter a relay that says not now for so long is taken for a refusal
 * @param connections to the relay at a time
 */
@Validated
@ConfigurationProperties("vigie.sending")
record SendingProperties(
        @DefaultValue("false") boolean dryRun,
        @DurationMin(millis = 1) @DefaultValue("24h") Duration deadline,
        @DurationMin @DefaultValue("15m") Duration settle,
        @DurationMin(millis = 1) @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("2") int connections) {

    SendingProperties {
        if (connections < 1) {
            throw new IllegalArgumentException("vigie.sending.connections: %d is below 1".formatted(connections));
        }
    }
}
