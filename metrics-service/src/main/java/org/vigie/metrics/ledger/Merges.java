package org.vigie.metrics.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which provider stands for which since they were merged. */
final class Merges {

    private final Map<UUID, UUID> survivors = new HashMap<>();

    /** Whether it changes anything that one stands for another. */
    boolean isNews(UUID provider, UUID survivor) {
        return !provider.equals(survivor) && !survivor.equals(survivors.get(provider));
    }

    void add(UUID provider, UUID survivor) {
        survivors.put(provider, survivor);
    }

    /** The provider that stands for this one, itself if none does. */
    UUID survivor(UUID provider) {
        var stands = provider;
        for (int steps = 0; steps <= survivors.size(); steps++) {
            var next = survivors.get(stands);
            if (next == null) {
                return stands;
            }
            stands = next;
        }
        return provider; // providers merged into each other
    }
}
