package org.vigie.metrics.publication.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.metrics.publication.PublicationRules;

/** Reads what an operator decides about publications. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicationSettings.PublicationProperties.class)
class PublicationSettings {

    /**
     * What may be published.
     *
     * @param settling between the end of the period and the as-of instant
     * @param namedFrom providers with at least so many targetings are named
     * @param smallestCount smaller counts, other than none, are not shown
     */
    @ConfigurationProperties("vigie.publications")
    record PublicationProperties(
            @DefaultValue("90d") Duration settling,
            @DefaultValue("5000") int namedFrom,
            @DefaultValue("10") int smallestCount) {}

    @Bean
    PublicationRules publicationRules(PublicationProperties properties) {
        return new PublicationRules(properties.settling(), properties.namedFrom(), properties.smallestCount());
    }
}
