package org.vigie.registry.provider;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.url.PublicSuffixes;

/** Takes in what a person knows of a provider. Teaching the same twice is teaching it once. */
@Service
public class TeachProvider {

    /** The provider, and whether it was not known before. */
    public record Taught(Provider provider, boolean isNew) {}

    private final Providers providers;
    private final ProviderFactory factory;
    private final Clock clock;

    TeachProvider(Providers providers, PublicSuffixes suffixes, Clock clock) {
        this.providers = providers;
        this.factory = new ProviderFactory(suffixes);
        this.clock = clock;
    }

    /**
     * Takes a provider in. Its id is the given one, otherwise made of the idempotency key, otherwise of type and name.
     *
     * @param idempotencyKey the caller's own name for this request, absent if it has none
     * @throws UnusableFact if a fact cannot be used
     * @throws ProviderExists if one of this name and type, or with this id, is known with other facts
     */
    public Taught teach(ProviderFacts facts, @Nullable String idempotencyKey) {
        var wanted = factory.provider(id(facts, idempotencyKey), facts, Source.MANUAL, clock.instant());
        var known = known(wanted);
        if (known != null) {
            return alreadyKnown(known, facts);
        }
        try {
            return new Taught(providers.save(wanted), true);
        } catch (ProviderExists e) {
            var meanwhile = known(wanted);
            if (meanwhile == null) {
                throw e;
            }
            return alreadyKnown(meanwhile, facts);
        }
    }

    private @Nullable Provider known(Provider wanted) {
        return providers
                .named(wanted.nameKey())
                .or(() -> providers.find(wanted.id()))
                .orElse(null);
    }

    private Taught alreadyKnown(Provider known, ProviderFacts facts) {
        var retold = factory.provider(known.id(), facts, Source.MANUAL, clock.instant());
        if (!known.saysTheSameAs(retold)) {
            throw new ProviderExists(known.id());
        }
        return new Taught(known, false);
    }

    private static UUID id(ProviderFacts facts, @Nullable String idempotencyKey) {
        var given = facts.id();
        if (given != null) {
            return given;
        }
        return idempotencyKey == null
                ? NameBasedId.of("provider", Provider.nameKey(ProviderFactory.type(facts.type()), facts.name()))
                : NameBasedId.of("provider-request", idempotencyKey);
    }
}
