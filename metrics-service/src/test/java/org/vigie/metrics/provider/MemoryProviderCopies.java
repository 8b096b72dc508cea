package org.vigie.metrics.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.events.provider.ProviderSnapshot;
import org.vigie.support.copies.Copies;

/** Copies of providers in a map. */
public final class MemoryProviderCopies implements Copies<ProviderSnapshot> {

    private final Map<String, ProviderSnapshot> kept = new HashMap<>();

    @Override
    public Optional<ProviderSnapshot> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public List<ProviderSnapshot> all() {
        return List.copyOf(kept.values());
    }

    @Override
    public Kept<ProviderSnapshot> keep(String id, long version, ProviderSnapshot snapshot) {
        var known = kept.get(id);
        if (known != null && known.version() >= version) {
            return new Kept<>(false, null);
        }
        kept.put(id, snapshot);
        return new Kept<>(true, known);
    }
}
