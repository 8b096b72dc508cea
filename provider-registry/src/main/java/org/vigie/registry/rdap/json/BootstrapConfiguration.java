package org.vigie.registry.rdap.json;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.rdap.CurrentBootstrap;
import org.vigie.registry.rdap.RdapTransport;

/** The bootstrap facts a service starts with, and where newer ones are. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BootstrapConfiguration.BootstrapProperties.class)
class BootstrapConfiguration {

    /** RFC 9224, section 13. */
    private static final URI IANA = URI.create("https://data.iana.org/rdap/");

    /**
     * The setting.
     *
     * @param rdapServers a file ({@code VIGIE_RDAP_SERVERS}) that alone says whom to ask; blank means IANA
     */
    @ConfigurationProperties("vigie")
    record BootstrapProperties(@DefaultValue("") String rdapServers) {}

    @Bean
    CurrentBootstrap currentBootstrap(BootstrapProperties properties, RdapTransport transport, Clock clock) {
        var named = properties.rdapServers();
        if (!named.isBlank()) {
            return CurrentBootstrap.fixed(BootstrapFile.named(Path.of(named)), "the file of VIGIE_RDAP_SERVERS", clock);
        }
        return new CurrentBootstrap(
                BootstrapFile.bundled(),
                new IanaFiles(transport, IANA),
                command -> Thread.ofVirtual().name("rdap-bootstrap").start(command),
                clock);
    }
}
