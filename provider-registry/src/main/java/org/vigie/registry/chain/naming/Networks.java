package org.vigie.registry.chain.naming;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.support.settings.VigieSettings;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.TestNetworks;

/** Which addresses count as public. */
@Configuration(proxyBeanMethods = false)
class Networks {

    @Bean
    TestNetworks testNetworks(VigieSettings settings) {
        return TestNetworks.parse(String.join(",", settings.testNetworks()));
    }

    @Bean
    GlobalAddresses globalAddresses(TestNetworks testNetworks) {
        return GlobalAddresses.onThisMachine(testNetworks);
    }
}
