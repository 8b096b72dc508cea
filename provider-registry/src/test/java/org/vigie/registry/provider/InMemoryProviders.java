package org.vigie.registry.provider;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ProviderSnapshot.Health;

/** Providers in memory, with the same promises as the store's. */
public final class InMemoryProviders implements Providers {

    private final Map<UUID, Provider> kept = new HashMap<>();
    private final List<UUID> changes = new ArrayList<>();

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
    public synchronized List<Provider> after(@Nullable UUID cursor, int limit) {
        return all().stream()
                .filter(one -> cursor == null || one.id().toString().compareTo(cursor.toString()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Provider> all() {
        return kept.values().stream()
                .sorted(Comparator.comparing(provider -> provider.id().toString()))
                .toList();
    }

    @Override
    public synchronized List<Provider> of(Set<UUID> ids) {
        return all().stream().filter(one -> ids.contains(one.id())).toList();
    }

    @Override
    public synchronized List<UUID> confirmedBefore(Instant instant, int limit) {
        return all().stream()
                .filter(Provider::active)
                .filter(provider -> provider.contacts().stream()
                        .filter(contact -> contact.health() == Health.OK)
                        .map(Contact::lastConfirmed)
                        .anyMatch(confirmed -> confirmed != null && confirmed.isBefore(instant)))
                .map(Provider::id)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Provider> ofGroup(UUID group) {
        return all().stream().filter(one -> group.equals(one.group())).toList();
    }

    @Override
    public synchronized Changes changes() {
        return new Changes(changes.size(), changes);
    }

    @Override
    public synchronized void heardOfChange(UUID id, long version) {
        var known = kept.get(id);
        if (known == null || known.version() == null || known.version() < version) {
            changes.add(id);
        }
    }

    @Override
    public synchronized Optional<Provider> save(Provider provider) {
        var there = kept.get(provider.id());
        if (provider.version() == null && there != null) {
            throw new ProviderExists(provider.id());
        }
        if (provider.version() != null && (there == null || !provider.version().equals(there.version()))) {
            return Optional.empty();
        }
        named(provider.nameKey())
                .filter(same -> !same.id().equals(provider.id()))
                .ifPresent(same -> {
                    throw new ProviderExists(same.id());
                });
        var saved = provider.atVersion(provider.version() == null ? 0 : provider.version() + 1);
        kept.put(saved.id(), saved);
        changes.add(saved.id());
        return Optional.of(saved);
    }
}
