package org.vigie.notice.delivery.email;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much mail a recipient domain gets at a time.
 *
 * @param recipientBurst messages to one recipient domain within ten seconds
 * @param recipientRate messages to one recipient domain within an hour
 */
@ConfigurationProperties("vigie.sending")
record RelayLimits(
        @DefaultValue("30") int recipientBurst,
        @DefaultValue("1500") int recipientRate) {

    RelayLimits {
        positive("recipient-burst", recipientBurst);
        positive("recipient-rate", recipientRate);
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("vigie.sending.%s: %d is below 1".formatted(name, value));
        }
    }
}
