package org.vigie.registry.chain.web;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot.Approval;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.events.provider.ChainSnapshot.Rung;
import org.vigie.registry.chain.Resolution;
import org.vigie.registry.provider.Provider;

/** A resolution as it is shown: the chain and the ranking, with names; never the URL. */
record ResolutionView(
        HostKind hostKind,
        List<HopView> hops,
        List<RungView> ranking,
        List<Failure> failures,
        ProbeRule probeRule,
        boolean shared,
        boolean degraded,
        @Nullable String reason,
        @Nullable String platform,
        SortedMap<Long, String> systems) {

    record HopView(
            Role role,
            @Nullable UUID providerId,
            @Nullable String provider,
            @Nullable UUID networkObjectId,
            String evidence,
            Confidence confidence,
            @Nullable String dataSet,
            @Nullable String dataSetVersion) {}

    record RungView(
            int rank,
            Role role,
            UUID providerId,
            @Nullable String provider,
            int tier,
            double responsiveness,
            double contactability,
            Approval approval,
            List<String> reasons) {}

    static ResolutionView of(Resolution resolution) {
        var providers = resolution.providers();
        var said = resolution.snapshot(new UUID(0, 0), 0, 0, List.of());
        return new ResolutionView(
                said.hostKind(),
                said.hops().stream().map(hop -> view(hop, providers)).toList(),
                said.ranking().stream()
                        .map(rung -> view(rung, said.ranking().indexOf(rung) + 1, providers))
                        .toList(),
                said.failures(),
                said.probeRule(),
                said.shared(),
                said.degraded(),
                said.reason(),
                resolution.chain().platform(),
                resolution.systems());
    }

    private static HopView view(Hop hop, Map<UUID, Provider> providers) {
        return new HopView(
                hop.role(),
                hop.providerId(),
                name(hop.providerId(), providers),
                hop.networkObjectId(),
                hop.evidence(),
                hop.confidence(),
                hop.dataSet(),
                hop.dataSetVersion());
    }

    private static RungView view(Rung rung, int rank, Map<UUID, Provider> providers) {
        return new RungView(
                rank,
                rung.role(),
                rung.providerId(),
                name(rung.providerId(), providers),
                rung.tier(),
                rung.responsiveness(),
                rung.contactability(),
                rung.approval(),
                rung.reasons());
    }

    private static @Nullable String name(@Nullable UUID id, Map<UUID, Provider> providers) {
        var provider = id == null ? null : providers.get(id);
        return provider == null ? null : provider.name();
    }
}
