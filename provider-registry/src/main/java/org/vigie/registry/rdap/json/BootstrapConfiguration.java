package org.vigie.registry.rdap.json;

import java.net.URI;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.rdap.CurrentBootstrap;
import org.vigie.registry.rdap.RdapTransport;

/** The bootstrap facts a service starts with, and where newer ones are. */
@Configuration(proxyBeanMethods = false)
class BootstrapConfiguration {

    /** RFC 9224, section 13. */
    private static final URI IANA = URI.create("https://data.iana.org/rdap/");

    @Bean
    CurrentBootstrap currentBootstrap(RdapTransport transport, Clock clock) {
        return new CurrentBootstrap(
                BootstrapFile.bundled(),
                new IanaFiles(transport, IANA),
                command -> Thread.ofVirtual().name("rdap-bootstrap").start(command),
                clock);
    }
}
