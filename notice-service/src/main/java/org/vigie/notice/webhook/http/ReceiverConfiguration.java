package org.vigie.notice.webhook.http;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.notice.webhook.Receivers;
import org.vigie.support.dns.Resolvers;
import org.vigie.support.settings.VigieSettings;
import org.vigie.support.settings.VigieSettings.Mode;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.TestNetworks;

/** How receivers are reached. */
@Configuration(proxyBeanMethods = false)
class ReceiverConfiguration {

    /** Standard Webhooks recommends 15 to 30 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Bean
    Receivers receivers(VigieSettings settings, ObjectProvider<Resolvers> resolvers) {
        var networks = TestNetworks.parse(String.join(",", settings.testNetworks()));
        return new HttpReceivers(
                new Addresses(resolvers::getObject, GlobalAddresses.onThisMachine(networks)),
                settings.mode() == Mode.EVALUATION,
                PATIENCE,
                InstantSource.system());
    }
}
