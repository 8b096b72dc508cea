package org.vigie.registry;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.vigie.registry.provider.CuratedFile;
import org.vigie.registry.provider.SeedProviders;

/** Puts the curated providers in at start; {@code VIGIE_CURATED} names another file, or is {@code none}. */
@Configuration(proxyBeanMethods = false)
class SeedConfiguration {

    @Bean
    CuratedFile curatedFile(Environment environment) {
        var file = environment.getProperty("vigie.curated", "");
        if (file.equals("none")) {
            return List::of;
        }
        return new CuratedYaml(file.isBlank() ? null : Path.of(file));
    }

    @Bean
    ApplicationRunner curatedAtStart(CuratedFile curatedFile, SeedProviders seedProviders) {
        return _ -> seedProviders.seed(curatedFile.read());
    }
}
