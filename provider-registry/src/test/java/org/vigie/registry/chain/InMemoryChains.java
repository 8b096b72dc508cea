package org.vigie.registry.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Chains in memory, with the same promises as the store's; keeps every version it was given. */
final class InMemoryChains implements Chains {

    private final Map<UUID, CaseChain> kept = new HashMap<>();
    private final List<CaseChain> published = new ArrayList<>();

    @Override
    public synchronized Optional<CaseChain> find(UUID caseId) {
        return Optional.ofNullable(kept.get(caseId));
    }

    @Override
    public synchronized Optional<CaseChain> save(CaseChain chain) {
        var there = kept.get(chain.caseId());
        if (!Objects.equals(chain.version(), there == null ? null : there.version())) {
            return Optional.empty();
        }
        var version = chain.version() == null ? 0 : chain.version() + 1;
        var saved = new CaseChain(
                chain.caseId(),
                version,
                chain.snapshot(),
                chain.seen(),
                chain.first(),
                chain.incomplete(),
                chain.usable());
        kept.put(saved.caseId(), saved);
        published.add(saved);
        return Optional.of(saved);
    }

    List<CaseChain> published() {
        return published;
    }

    @Override
    public synchronized List<UUID> incomplete() {
        return kept.values().stream()
                .filter(CaseChain::incomplete)
                .map(CaseChain::caseId)
                .toList();
    }

    @Override
    public synchronized List<UUID> dependingOn(UUID provider) {
        return kept.values().stream()
                .filter(chain -> chain.usable().equals(List.of(provider)))
                .map(CaseChain::caseId)
                .toList();
    }
}
