package org.vigie.metrics.removal.meters;

import jakarta.validation.constraints.Min;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.removal.MeasureProviders;

/** Adds the gauges to what Prometheus is answered. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Meters.MeterProperties.class)
class Meters {

    /**
     * How much Prometheus is told.
     *
     * @param providers rows of the table that have series, those with most targetings; each has about a dozen
     */
    @Validated
    @ConfigurationProperties("vigie.meters")
    record MeterProperties(@Min(0) @DefaultValue("1000") int providers) {}

    @Bean
    ProviderGauges providerGauges(MeasureProviders measureProviders, MeterProperties properties) {
        return new ProviderGauges(measureProviders, properties.providers());
    }

    @Bean
    WatermarkMeters watermarkMeters(Bookkeeping bookkeeping, Clock clock) {
        return new WatermarkMeters(bookkeeping, clock);
    }
}
