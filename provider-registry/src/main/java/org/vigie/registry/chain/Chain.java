package org.vigie.registry.chain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.HostKind;
import org.vigie.events.ProbeRule;
import org.vigie.events.provider.ChainSnapshot.Failure;
import org.vigie.events.provider.ChainSnapshot.Hop;

/**
 * Who serves a URL, before anybody is chosen.
 *
 * @param hostKind a special-use name or literal in a test network counts as an ordinary one
 * @param hops every candidate, in the order of the tiers
 * @param shared a platform or shared domain
 * @param degraded resolved without an answer from the network
 * @param shown what the network showed of the host
 * @param platform who hands out the private suffix it lies below, as the list names them; absent elsewhere
 * @param stated what registries state for abuse, by the provider that carries the address it is stated for
 * @param reason why the URL leads nowhere, absent if it does not
 */
public record Chain(
        HostKind hostKind,
        List<Hop> hops,
        List<Failure> failures,
        ProbeRule probeRule,
        boolean shared,
        boolean degraded,
        @Nullable String reason,
        Shown shown,
        @Nullable String platform,
        Map<UUID, List<String>> stated) {

    public Chain {
        hops = List.copyOf(hops);
        failures = List.copyOf(failures);
        stated = Map.copyOf(stated);
    }

    /** What the network showed, as it is kept. */
    Seen seen() {
        return shown.seen();
    }

    /** Shows no address. */
    @Override
    public String toString() {
        return "Chain[" + hostKind + "]";
    }
}
