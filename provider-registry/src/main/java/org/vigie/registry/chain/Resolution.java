package org.vigie.registry.chain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.events.provider.ChainSnapshot;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.events.provider.ChainSnapshot.Rung;
import org.vigie.registry.provider.Provider;

/**
 * A chain with its ranking, and the providers it names.
 *
 * @param reason why there is nobody to write to, absent if there is somebody
 * @param knowledge what it was resolved by
 */
public record Resolution(
        Chain chain, List<Rung> ranking, @Nullable String reason, Knowledge knowledge) {

    static Resolution of(Chain chain, List<Rung> ranking, Knowledge knowledge) {
        return new Resolution(chain, List.copyOf(ranking), reason(chain, ranking), knowledge);
    }

    private static @Nullable String reason(Chain chain, List<Rung> ranking) {
        if (Ranking.addressable(ranking)) {
            return null;
        }
        if (chain.reason() != null) {
            return chain.reason();
        }
        if (ranking.isEmpty()) {
            return chain.degraded() ? "NOT_RESOLVED" : "PROVIDER_UNKNOWN";
        }
        return "NO_USABLE_CONTACT";
    }

    /** Whether somebody may be written to. */
    public boolean addressable() {
        return Ranking.addressable(ranking);
    }

    /** Whether a role is known to be filled and not by whom. */
    boolean incomplete() {
        return !addressable() || chain.hops().stream().anyMatch(hop -> hop.providerId() == null);
    }

    /** The providers that could be written to now. */
    List<UUID> usable() {
        return ranking.stream()
                .filter(rung -> rung.contactability() > 0)
                .map(Rung::providerId)
                .distinct()
                .toList();
    }

    /** The providers that hops and rungs name. */
    public Map<UUID, Provider> providers() {
        return Stream.concat(
                        chain.hops().stream().map(Hop::providerId).filter(Objects::nonNull),
                        ranking.stream().map(Rung::providerId))
                .distinct()
                .map(knowledge.book()::provider)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableMap(Provider::id, provider -> provider));
    }

    /** The systems that announce its addresses, by number, known as providers or not, with their names. */
    public SortedMap<Long, String> systems() {
        var names = new TreeMap<Long, String>();
        chain.shown()
                .systems()
                .forEach(system -> names.put(system, knowledge.asTable().name(system)));
        return names;
    }

    /** As it is published of a case. */
    public ChainSnapshot snapshot(UUID caseId, long version, long resolvedAt, List<String> changes) {
        return new ChainSnapshot(
                caseId,
                version,
                resolvedAt,
                chain.hostKind(),
                chain.hops(),
                ranking,
                chain.failures(),
                chain.probeRule(),
                chain.shared(),
                chain.degraded(),
                reason,
                changes,
                null);
    }

    /** Says nothing of the host. */
    @Override
    public String toString() {
        return "Resolution[" + reason + "]";
    }
}
