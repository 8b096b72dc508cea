package org.vigie.registry.provider;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Every provider as it is now, kept in memory: after a change, whoever made it, only those that changed are read. */
@Service
public class EveryProvider {

    private static final long NEVER = Long.MIN_VALUE;

    /** By id, as of so many changes. */
    private record Known(long changes, TreeMap<String, Provider> byId, List<Provider> all) {

        static Known of(long changes, TreeMap<String, Provider> byId) {
            return new Known(changes, byId, List.copyOf(byId.values()));
        }

        Known with(long changes, Collection<Provider> changed) {
            var next = new TreeMap<>(byId);
            changed.forEach(provider -> next.put(provider.id().toString(), provider));
            return of(changes, next);
        }
    }

    private final Providers providers;
    private volatile Known last = Known.of(NEVER, new TreeMap<>());

    public EveryProvider(Providers providers) {
        this.providers = providers;
    }

    /** In the order of their ids; the same list for as long as nothing changed. */
    public List<Provider> now() {
        var known = last;
        var changes = providers.changes();
        if (known.changes() != changes.count()) {
            known = since(known, changes);
            last = known;
        }
        return known.all();
    }

    private Known since(Known known, Changes changes) {
        return changes.since(known.changes())
                .map(changed -> known.with(changes.count(), providers.of(changed)))
                .orElseGet(() -> Known.of(NEVER, new TreeMap<>()).with(changes.count(), providers.all()));
    }
}
