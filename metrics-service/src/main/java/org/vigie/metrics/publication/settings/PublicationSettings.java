package org.vigie.metrics.publication.settings;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;
import org.vigie.metrics.publication.PublicationRules;
import org.vigie.metrics.publication.Publisher;
import org.vigie.support.settings.VigieSettings;
import org.vigie.support.settings.VigieSettings.Mode;

/** Reads what an operator decides about publications. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicationSettings.PublicationProperties.class)
class PublicationSettings {

    /**
     * What may be published.
     *
     * @param publisher name and contact of who publishes, as {@code Name <contact>}
     * @param trial whether any period may be frozen, marked as a trial; refused in production
     * @param settling between the end of the period and the as-of instant
     * @param namedFrom providers with at least so many targetings are named
     * @param smallestCount smaller counts, other than none, are not shown
     */
    @Validated
    @ConfigurationProperties("vigie.publications")
    record PublicationProperties(
            @Nullable String publisher,
            @DefaultValue("false") boolean trial,
            @DurationMin @DefaultValue("90d") Duration settling,
            @Min(1) @DefaultValue("5000") int namedFrom,
            @Min(0) @DefaultValue("10") int smallestCount) {}

    @Bean
    PublicationRules publicationRules(PublicationProperties properties, VigieSettings settings) {
        if (properties.trial() && settings.mode() == Mode.PRODUCTION) {
            throw new IllegalArgumentException("VIGIE_MODE=production: VIGIE_PUBLICATIONS_TRIAL must be unset");
        }
        return new PublicationRules(
                publisher(properties.publisher()),
                properties.trial(),
                properties.settling(),
                properties.trial() ? properties.smallestCount() : properties.namedFrom(),
                properties.smallestCount());
    }

    private static @Nullable Publisher publisher(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Publisher.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("VIGIE_PUBLISHER (VIGIE_SENDER if unset): " + e.getMessage(), e);
        }
    }
}
