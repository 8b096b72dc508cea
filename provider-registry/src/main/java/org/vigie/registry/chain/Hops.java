package org.vigie.registry.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Confidence;
import org.vigie.events.ProbeRule;
import org.vigie.events.Role;
import org.vigie.events.provider.ChainSnapshot.Hop;
import org.vigie.registry.provider.Provider;

/** Gathers candidates; the same one found twice is one. */
final class Hops {

    private final List<Hop> found = new ArrayList<>();
    private ProbeRule probeRule = ProbeRule.ANY;

    /** Adds candidates that a network object matched. */
    void add(List<NetworkBook.Entry> entries, String evidence, Confidence confidence) {
        entries.forEach(entry -> add(entry, evidence, confidence));
    }

    /** Adds a candidate that a network object matched. */
    void add(NetworkBook.Entry entry, String evidence, Confidence confidence) {
        add(entry, evidence, confidence, null, null);
    }

    /** Adds candidates that a network object matched through a data set. */
    void add(
            List<NetworkBook.Entry> entries,
            String evidence,
            Confidence confidence,
            String dataSet,
            String dataSetVersion) {
        for (var entry : entries) {
            add(entry, evidence, confidence, dataSet, dataSetVersion);
        }
    }

    /** Adds a candidate that a data set names. */
    void add(Provider provider, String evidence, Confidence confidence, String dataSet, String dataSetVersion) {
        add(provider, null, evidence, confidence, dataSet, dataSetVersion);
    }

    /** Adds that a role is filled, and not by whom. */
    void addUnknown(Role role, String evidence) {
        addUnknown(role, evidence, null, null);
    }

    /** Adds that a role is filled as a data set says, and not by whom. */
    void addUnknown(Role role, String evidence, @Nullable String dataSet, @Nullable String dataSetVersion) {
        found.add(new Hop(role, null, null, null, evidence, Confidence.LOW, dataSet, dataSetVersion));
    }

    private void add(
            NetworkBook.Entry entry,
            String evidence,
            Confidence confidence,
            @Nullable String dataSet,
            @Nullable String dataSetVersion) {
        add(entry.provider(), entry.object().id(), evidence, confidence, dataSet, dataSetVersion);
    }

    private void add(
            Provider provider,
            @Nullable UUID networkObject,
            String evidence,
            Confidence confidence,
            @Nullable String dataSet,
            @Nullable String dataSetVersion) {
        var hop = new Hop(
                provider.type(),
                provider.id(),
                provider.version(),
                networkObject,
                evidence,
                confidence,
                dataSet,
                dataSetVersion);
        if (!found.contains(hop)) {
            found.add(hop);
            if (isAsked(provider.type()) && provider.probeRule().compareTo(probeRule) > 0) {
                probeRule = provider.probeRule();
            }
        }
    }

    /** Whether a look asks something of it. */
    private static boolean isAsked(Role role) {
        return role == Role.CONTENT_ADMIN || role == Role.HOST || role == Role.CDN;
    }

    /** The strictest rule of those who would answer a look. */
    ProbeRule probeRule() {
        return probeRule;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean has(Role role) {
        for (var hop : found) {
            if (hop.role() == role) {
                return true;
            }
        }
        return false;
    }

    /** In the order of the tiers, then of the provider ids. */
    List<Hop> inOrder() {
        found.sort(Hops::byTier);
        return List.copyOf(found);
    }

    private static int byTier(Hop one, Hop other) {
        int order = one.role().compareTo(other.role());
        order = order != 0 ? order : unknownLast(one.providerId(), other.providerId());
        order = order != 0 ? order : one.evidence().compareTo(other.evidence());
        return order != 0 ? order : unknownLast(one.networkObjectId(), other.networkObjectId());
    }

    private static int unknownLast(@Nullable UUID one, @Nullable UUID other) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        return one.compareTo(other);
    }
}
