package org.vigie.registry.rdap.json;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.rdap.RdapBootstrap;

/** The bootstrap facts a service starts with. */
@Configuration(proxyBeanMethods = false)
class BootstrapConfiguration {

    @Bean
    RdapBootstrap rdapBootstrap() {
        return BootstrapFile.bundled();
    }
}
