package org.vigie.registry;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.vigie.registry.dataset.DataSet;
import org.vigie.registry.provider.CuratedFile;
import org.vigie.registry.provider.SeedProviders;

/** Puts the curated providers in at start; {@code VIGIE_CURATED} names another file, or is {@code none}. */
@Configuration(proxyBeanMethods = false)
class SeedConfiguration {

    @Bean
    CuratedFile curatedFile(Environment environment) {
        return CuratedYaml.named(environment.getProperty("vigie.curated", ""));
    }

    @Bean
    DataSet.InUse curatedInUse(CuratedFile curatedFile) {
        var dataSet = CuratedYaml.dataSet(curatedFile);
        return () -> dataSet;
    }

    @Bean
    ApplicationRunner curatedAtStart(CuratedFile curatedFile, SeedProviders seedProviders) {
        return _ -> seedProviders.seed(curatedFile.read());
    }
}
