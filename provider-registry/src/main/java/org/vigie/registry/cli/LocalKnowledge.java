package org.vigie.registry.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.vigie.registry.chain.HostNames;
import org.vigie.registry.chain.Knowledge;
import org.vigie.registry.chain.LocalResolver;
import org.vigie.registry.chain.NetworkBook;
import org.vigie.registry.chain.Registries;
import org.vigie.registry.curated.CuratedConfiguration;
import org.vigie.registry.dataset.AsTable;
import org.vigie.registry.dataset.Current;
import org.vigie.registry.dataset.Outdated;
import org.vigie.registry.provider.CuratedList;
import org.vigie.registry.provider.Provider;
import org.vigie.registry.provider.SeedProviders;
import org.vigie.support.dns.DnsConfiguration;
import org.vigie.support.settings.SettingsConfiguration;
import org.vigie.support.time.ClockConfiguration;
import org.vigie.url.GlobalAddresses;
import org.vigie.url.PublicSuffixes;
import org.vigie.url.TestNetworks;

/**
 * What the commands of {@code ./vigie} know: the service's files and, only when asked, the network; no store, no other
 * service. Read by the same settings as the service.
 */
@ComponentScan({
    "org.vigie.registry.chain.naming",
    "org.vigie.registry.chain.registries",
    "org.vigie.registry.dataset.files",
    "org.vigie.registry.rdap",
})
@Import({CuratedConfiguration.class, SettingsConfiguration.class, ClockConfiguration.class, DnsConfiguration.class})
class LocalKnowledge {

    private static final String ENVIRONMENT = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    /**
     * Reads everything.
     *
     * @param variables of the environment
     */
    static ConfigurableApplicationContext open(Map<String, String> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(ENVIRONMENT, new SystemEnvironmentPropertySource(ENVIRONMENT, Map.copyOf(variables)));
        return new SpringApplicationBuilder(LocalKnowledge.class)
                .environment(environment)
                .properties("spring.config.name=vigie-command", "vigie.rdap=on")
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run();
    }

    /** Says what went wrong below Spring's own words, which names the setting. */
    static void say(PrintStream errors, Throwable failure) {
        var reason = failure;
        while (reason instanceof BeansException && reason.getCause() != null) {
            reason = reason.getCause();
        }
        errors.println(reason.getMessage());
    }

    @Bean
    LocalResolver localResolver(
            Current<CuratedList> curated,
            Current<CuratedList> cdnRanges,
            Current<AsTable> asTable,
            Current<PublicSuffixes> suffixes,
            TestNetworks testNetworks,
            HostNames hostNames,
            Registries registries,
            Clock clock) {
        var everybody = SeedProviders.made(CuratedConfiguration.everybody(curated, cdnRanges), suffixes.get(), clock);
        return resolver(
                everybody, asTable.get(), cdnRanges.get(), suffixes.get(), testNetworks, hostNames, registries, clock);
    }

    /** A resolver that knows these providers and nobody else. */
    static LocalResolver resolver(
            List<Provider> providers,
            AsTable asTable,
            CuratedList cdnRanges,
            PublicSuffixes suffixes,
            TestNetworks testNetworks,
            HostNames hostNames,
            Registries registries,
            Clock clock) {
        var addresses = new GlobalAddresses(testNetworks, List.of());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var outdated = Outdated.on(today, asTable.edition(), cdnRanges.edition());
        return new LocalResolver(
                new Knowledge(new NetworkBook(providers), asTable, suffixes, testNetworks, addresses, outdated),
                hostNames,
                registries);
    }
}
