package org.vigie.registry.provider;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Providers in memory, with the same promises as the store's. */
public final class InMemoryProviders implements Providers {

    private final Map<UUID, Provider> kept = new HashMap<>();

    @Override
    public synchronized Optional<Provider> find(UUID id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public synchronized Optional<Provider> named(String nameKey) {
        return kept.values().stream()
                .filter(provider -> provider.nameKey().equals(nameKey))
                .findFirst();
    }

    @Override
    public synchronized List<Provider> all() {
        return kept.values().stream()
                .sorted(Comparator.comparing(provider -> provider.id().toString()))
                .toList();
    }

    @Override
    public synchronized Map<UUID, Long> versions() {
        var versions = new HashMap<UUID, Long>();
        kept.forEach((id, provider) -> versions.put(id, Objects.requireNonNull(provider.version())));
        return versions;
    }

    @Override
    public synchronized Provider save(Provider provider) {
        var there = kept.get(provider.id());
        if (provider.version() == null && there != null) {
            throw new ProviderExists(provider.id());
        }
        if (provider.version() != null && (there == null || !provider.version().equals(there.version()))) {
            throw new StaleProvider(provider.id());
        }
        named(provider.nameKey())
                .filter(same -> !same.id().equals(provider.id()))
                .ifPresent(same -> {
                    throw new ProviderExists(same.id());
                });
        var saved = provider.atVersion(provider.version() == null ? 0 : provider.version() + 1);
        kept.put(saved.id(), saved);
        return saved;
    }
}
