package org.vigie.registry;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.dataset.Current;
import org.vigie.registry.provider.CuratedList;
import org.vigie.registry.provider.SeedProviders;

/** Puts the curated providers in at start. */
@Configuration(proxyBeanMethods = false)
class SeedConfiguration {

    @Bean
    ApplicationRunner curatedAtStart(
            Current<CuratedList> curated, Current<CuratedList> cdnRanges, SeedProviders seedProviders) {
        return _ -> seedProviders.seed(CuratedConfiguration.everybody(curated, cdnRanges));
    }
}
