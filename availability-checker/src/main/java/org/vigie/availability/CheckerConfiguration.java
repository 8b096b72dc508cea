package org.vigie.availability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.watch.Identities;
import org.vigie.support.settings.VigieSettings;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.TestNetworks;

/** What the checker takes from its settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckerProperties.class)
class CheckerConfiguration {

    /** What common browsers send; nothing of it says who asks. */
    private static final List<Identity> BROWSERS = List.of(
            new Identity(
                    "first",
                    browser("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like"
                            + " Gecko) Chrome/142.0.0.0 Safari/537.36")),
            new Identity("second", browser("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0")));

    @Bean
    Identities identities(CheckerProperties properties) {
        var configured = properties.identities().stream()
                .map(identity -> new Identity(identity.name(), identity.headers()))
                .toList();
        return new Identities(configured.isEmpty() ? BROWSERS : configured);
    }

    @Bean
    TestNetworks testNetworks(VigieSettings settings) {
        return TestNetworks.parse(String.join(",", settings.testNetworks()));
    }

    @Bean
    GlobalAddresses globalAddresses(TestNetworks testNetworks) {
        return GlobalAddresses.onThisMachine(testNetworks);
    }

    @Bean
    PublicSuffixes publicSuffixes() {
        return PublicSuffixes.bundled();
    }

    private static Map<String, String> browser(String userAgent) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("User-Agent", userAgent);
        headers.put("Accept", "*/*");
        headers.put("Accept-Language", "en-US,en;q=0.9");
        return headers;
    }
}
