package org.vigie.registry.provider;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.vigie.registry.dataset.Current;
import org.vigie.url.PublicSuffixes;

/** Puts the curated providers in, and their newer network objects. What a person taught is never touched. */
@Service
public class SeedProviders {

    private static final Logger LOG = LoggerFactory.getLogger(SeedProviders.class);

    private final Providers providers;
    private final Current<PublicSuffixes> suffixes;
    private final Clock clock;

    SeedProviders(Providers providers, Current<PublicSuffixes> suffixes, Clock clock) {
        this.providers = providers;
        this.suffixes = suffixes;
        this.clock = clock;
    }

    /** Several services that start together may do this together. */
    public void seed(List<ProviderFacts> curated) {
        int changed = 0;
        for (var provider : made(curated, suffixes.get(), clock)) {
            changed += put(provider) ? 1 : 0;
        }
        if (changed > 0) {
            LOG.atInfo().addKeyValue("providers", changed).log("curated providers added or updated");
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

    /**
     * Whether a curated provider can be made of the facts.
     *
     * @throws UnusableFact if not
     */
    public static void check(ProviderFacts facts, PublicSuffixes suffixes) {
        new ProviderFactory(suffixes)
                .provider(NameBasedId.of("provider", facts.name()), facts, Source.CURATED, Instant.EPOCH);
    }

    private boolean put(Provider provider) {
        try {
            var known = providers.named(provider.nameKey()).orElse(null);
            var next = known == null ? provider : CuratedFacts.renewed(known, provider);
            if (next.equals(known)) {
                return false;
            }
            return providers
                    .save(known == null ? next : next.remembering(known, clock.instant()))
                    .isPresent();
        } catch (ProviderExists _) {
            return false;
        }
    }
}
