package org.vigie.registry;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.vigie.support.work.LastResort;

/** Who can take a URL down, and how do we know. */
@SpringBootApplication
public class ProviderRegistryApplication {

    /**
     * The application as its own process and {@code standalone} start it; its settings are in
     * {@code provider-registry.yml}.
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(ProviderRegistryApplication.class)
                .properties("spring.config.name=provider-registry");
    }

    static void main(String[] arguments) {
        LastResort.install();
        builder().run(arguments);
    }
}
