package org.vigie.registry.provider;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.vigie.registry.dataset.Current;
import org.vigie.support.work.Optimistic;
import org.vigie.url.PublicSuffixes;

/**
 * Takes in what a person knows of a provider. Teaching the same twice is teaching it once. What a person says of a
 * curated provider stands beside what was curated.
 */
@Service
public class TeachProvider {

    /** The provider, and whether it was not known before. */
    public record Taught(Provider provider, boolean isNew) {}

    private final Providers providers;
    private final Current<PublicSuffixes> suffixes;
    private final Groups groups;
    private final Clock clock;

    TeachProvider(Providers providers, Current<PublicSuffixes> suffixes, Clock clock) {
        this.providers = providers;
        this.suffixes = suffixes;
        this.groups = new Groups(providers);
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
        return Optimistic.change(() -> taught(facts, idempotencyKey));
    }

    private Optional<Taught> taught(ProviderFacts facts, @Nullable String idempotencyKey) {
        var wanted = factory().provider(id(facts, idempotencyKey), facts, Source.MANUAL, clock.instant());
        var known = known(wanted);
        if (known != null) {
            return alreadyKnown(known, facts);
        }
        groups.check(wanted, null);
        try {
            return providers.save(wanted).map(stored -> new Taught(stored, true));
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

    private Optional<Taught> alreadyKnown(Provider known, ProviderFacts facts) {
        var said = factory().provider(known.id(), facts, Source.MANUAL, clock.instant());
        var retold = facts.networkObjects() == null ? said.withNetworkObjects(known.networkObjects()) : said;
        if (known.saysTheSameAs(retold)) {
            return Optional.of(new Taught(known, false));
        }
        groups.check(retold, known);
        if (CuratedFacts.areAll(known)) {
            return providers
                    .save(known.correctedTo(CuratedFacts.besides(retold, known)))
                    .map(stored -> new Taught(stored, false));
        }
        throw new ProviderExists(known.id());
    }

    private ProviderFactory factory() {
        return new ProviderFactory(suffixes.get());
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
