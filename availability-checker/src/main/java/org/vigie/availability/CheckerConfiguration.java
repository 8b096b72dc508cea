package org.vigie.availability;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.availability.probe.Identity;
import org.vigie.availability.probe.ParkingList;
import org.vigie.availability.watch.CanaryUrls;
import org.vigie.availability.watch.DataVersions;
import org.vigie.availability.watch.Identities;
import org.vigie.availability.watch.Vantages;
import org.vigie.support.settings.VigieSettings;
import org.vigie.support.settings.VigieSettings.Mode;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.TestNetworks;
import org.vigie.url.WebUrl;

/** What the checker takes from its settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CheckerProperties.class)
class CheckerConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CheckerConfiguration.class);

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

    /** A vantage that does not speak must share neither group nor database with the one that does. */
    @Bean
    Vantages vantages(CheckerProperties properties, @Value("${spring.application.name}") String application) {
        if (properties.vantages().isEmpty()) {
            return Vantages.ALONE;
        }
        var own = Objects.requireNonNullElse(properties.vantage(), "");
        var vantages = new Vantages(own, properties.vantages());
        if (!vantages.speaks() && !application.endsWith("-" + own)) {
            throw new IllegalArgumentException(
                    "spring.application.name: must end in -%s, so that group and database are its own".formatted(own));
        }
        return vantages;
    }

    @Bean
    ParkingList parkingList(CheckerProperties properties) {
        var file = properties.parkingList();
        if (file == null) {
            return ParkingList.bundled();
        }
        try {
            return ParkingList.of(Files.readAllLines(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("vigie.checker.parking-list: cannot be read", e);
        }
    }

    @Bean
    DataVersions dataVersions(PublicSuffixes suffixes, ParkingList parkingList) {
        return new DataVersions("public-suffixes %s, parking %s"
                .formatted(suffixes.version().orElse("unknown"), parkingList.version()));
    }

    /** Production refuses to be without: a failing line of our own would look like removals. */
    @Bean
    CanaryUrls canaryUrls(CheckerProperties properties, VigieSettings settings) {
        if (properties.canaries().isEmpty()) {
            if (settings.mode() == Mode.PRODUCTION) {
                throw new IllegalArgumentException("vigie.checker.canaries: VIGIE_MODE=production needs at least one");
            }
            LOG.warn("vigie.checker.canaries is empty: a fault of our own line is not told from absence");
        }
        return new CanaryUrls(
                properties.canaries().stream().map(CheckerConfiguration::canary).toList());
    }

    private static WebUrl canary(String text) {
        return WebUrl.parse(text)
                .found()
                .orElseThrow(() -> new IllegalArgumentException("vigie.checker.canaries: one is no http or https URL"));
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
