package org.vigie.notice.delivery.email;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.delivery.Channel;
import org.vigie.notice.delivery.SendingRules;

/** Mail as the channel; trying again is the notice's own state machine. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SmtpSettings.class, RelayLimits.class})
class EmailConfiguration {

    private static final String RELAY = "relay";

    @Bean
    RelayBreaker relayBreaker(Clock clock) {
        return new RelayBreaker(RELAY, clock);
    }

    @Bean
    BulkheadRegistry relayBulkheads(SendingRules rules) {
        return BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(rules.connections())
                .maxWaitDuration(Duration.ZERO)
                .build());
    }

    @Bean
    MeterBinder relayMeters(RelayBreaker breaker, BulkheadRegistry bulkheads) {
        return meters -> {
            breaker.bindTo(meters);
            TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
        };
    }

    @Bean
    Channel emailChannel(
            SmtpSettings settings, RelayLimits limits, RelayBreaker breaker, BulkheadRegistry bulkheads, Clock clock) {
        return new GuardedRelay(
                new SmtpChannel(settings.relay(), settings),
                breaker,
                bulkheads.bulkhead(RELAY),
                new RecipientLimits(limits.recipientBurst(), limits.recipientRate(), clock),
                clock);
    }
}
