package org.vigie.registry.provider;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.url.PublicSuffixes;

/** Puts the curated providers in that are not there yet. What a person taught is never touched. */
@Service
public class SeedProviders {

    private static final Logger LOG = LoggerFactory.getLogger(SeedProviders.class);

    private final Providers providers;
    private final PublicSuffixes suffixes;
    private final Clock clock;

    SeedProviders(Providers providers, PublicSuffixes suffixes, Clock clock) {
        this.providers = providers;
        this.suffixes = suffixes;
        this.clock = clock;
    }

    /** Several services that start together may do this together. */
    public void seed(List<ProviderFacts> curated) {
        int added = 0;
        for (var provider : made(curated, suffixes, clock)) {
            added += add(provider) ? 1 : 0;
        }
        if (added > 0) {
            LOG.atInfo().addKeyValue("providers", added).log("Curated providers added");
        }
    }

    /** The curated providers as values, for use without a store. */
    public static List<Provider> made(List<ProviderFacts> curated, PublicSuffixes suffixes, Clock clock) {
        var factory = new ProviderFactory(suffixes);
        return curated.stream()
                .map(facts -> factory.provider(
                        NameBasedId.of("provider", Provider.nameKey(facts.type(), facts.name())),
                        facts,
                        Source.CURATED,
                        clock.instant()))
                .toList();
    }

    private boolean add(Provider provider) {
        if (providers.named(provider.nameKey()).isPresent()) {
            return false;
        }
        try {
            providers.save(provider);
            return true;
        } catch (ProviderExists _) {
            return false;
        }
    }
}
