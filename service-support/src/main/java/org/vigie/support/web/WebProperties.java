package org.vigie.support.web;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the REST interfaces.
 *
 * @param bodyLimit largest body that is read, unless a {@link LargerBody} says otherwise
 * @param bodyTime for how long a body is waited for, in real time, beside a second for each 64 KiB of it; with the
 *     longest pause in it, {@code server.tomcat.connection-timeout}, the longest that a request's body can take
 * @param partnerRequestsPerMinute what a partner may ask within a minute, in real time
 */
@Validated
@ConfigurationProperties("vigie.web")
public record WebProperties(
        @DefaultValue("64KB") DataSize bodyLimit,
        @DefaultValue("20s") Duration bodyTime,
        @DefaultValue("600") @Min(1) int partnerRequestsPerMinute) {

    public WebProperties {
        if (bodyLimit.toBytes() < 1) {
            throw new IllegalArgumentException("vigie.web.body-limit: %s is not above 0".formatted(bodyLimit));
        }
        if (!bodyTime.isPositive()) {
            throw new IllegalArgumentException("vigie.web.body-time: %s is not above 0".formatted(bodyTime));
        }
    }
}
