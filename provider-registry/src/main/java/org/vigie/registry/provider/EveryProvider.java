package org.vigie.registry.provider;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Every provider as it is now, kept in memory: after a change, whoever made it, only those that changed are read. */
@Service
public class EveryProvider {

    /**
     * All that there were.
     *
     * @param changes how many changes had been made; what has the same number is the same
     * @param providers in the order of their ids
     */
    public record AsOf(long changes, List<Provider> providers) {

        /** Before anybody looked. */
        public static final AsOf NEVER = new AsOf(Long.MIN_VALUE, List.of());

        private AsOf with(long changes, Collection<Provider> changed) {
            var byId = new TreeMap<String, Provider>();
            providers.forEach(provider -> byId.put(provider.id().toString(), provider));
            changed.forEach(provider -> byId.put(provider.id().toString(), provider));
            return new AsOf(changes, List.copyOf(byId.values()));
        }
    }

    private final Providers providers;
    private volatile AsOf last = AsOf.NEVER;

    public EveryProvider(Providers providers) {
        this.providers = providers;
    }

    /** As they are after the newest change. */
    public AsOf now() {
        var known = last;
        var changes = providers.changes();
        if (known.changes() != changes.count()) {
            known = since(known, changes);
            last = known;
        }
        return known;
    }

    private AsOf since(AsOf known, Changes changes) {
        return changes.since(known.changes())
                .map(changed -> known.with(changes.count(), providers.of(changed)))
                .orElseGet(() -> new AsOf(changes.count(), providers.all()));
    }
}
