package org.vigie.registry.rdap.http;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.rdap.RdapBootstrap;
import org.vigie.registry.rdap.RdapClient;
import org.vigie.registry.rdap.RdapReader;

/** The client of this service. */
@Configuration(proxyBeanMethods = false)
class RdapConfiguration {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    @Bean
    RdapClient rdapClient(RdapBootstrap bootstrap, RdapReader reader, Clock clock) {
        var transport = new PoliteTransport(new HttpRdapTransport(TIMEOUT), BETWEEN_QUESTIONS);
        return new RdapClient(bootstrap, transport, reader, clock);
    }
}
