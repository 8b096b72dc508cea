package org.vigie.registry.rdap.http;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.registry.rdap.CurrentBootstrap;
import org.vigie.registry.rdap.RdapClient;
import org.vigie.registry.rdap.RdapReader;
import org.vigie.registry.rdap.RdapTransport;
import org.vigie.support.time.RunningClock;

/** The client of this service. */
@Configuration(proxyBeanMethods = false)
class RdapConfiguration {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

    @Bean
    RdapTransport rdapTransport() {
        return new PoliteTransport(new HttpRdapTransport(TIMEOUT, RunningClock.system()), BETWEEN_QUESTIONS);
    }

    @Bean
    RdapClient rdapClient(CurrentBootstrap bootstrap, RdapTransport transport, RdapReader reader, Clock clock) {
        return new RdapClient(bootstrap::newest, transport, reader, clock);
    }
}
