package org.vigie.availability.probe.http;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the probe needs besides its parts. */
@Configuration(proxyBeanMethods = false)
class ProbeConfiguration {

    @Bean
    Patience patience() {
        return Patience.USUAL;
    }
}
