package org.vigie.support.outbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Aggregates as this process stored them last, so that what is published or changed next need not be read again. Those
 * that were stored last, so many at most: what is not here is read.
 *
 * @param <A> an aggregate
 */
public final class JustStored<A> {

    private static final int MOST = 1_000;

    private record Kept<A>(long version, A aggregate) {}

    private final Map<String, Kept<A>> aggregates = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept<A>> eldest) {
            return size() > MOST;
        }
    };

    /** Of two versions the later one is kept, whichever comes first. */
    public synchronized void add(String id, long version, A aggregate) {
        var before = aggregates.remove(id);
        aggregates.put(id, before != null && before.version() > version ? before : new Kept<>(version, aggregate));
    }

    /** Another version is stored by now. */
    public synchronized void forget(String id) {
        aggregates.remove(id);
    }

    /**
     * The aggregate as this process stored it last; another process may have stored a later version. It may be decided
     * by for a write that is made only while this version is the stored one, and for nothing else.
     */
    public synchronized Optional<A> last(String id) {
        return Optional.ofNullable(aggregates.get(id)).map(Kept::aggregate);
    }

    /**
     * Those of the aggregates that are here in the very version that is stored. Another process may have stored and
     * published a later one, which an earlier record must not follow.
     *
     * @param stored the versions that the store has and that were not published, by id
     */
    public synchronized Map<String, A> of(Collection<String> ids, Map<String, Long> stored) {
        var found = new HashMap<String, A>();
        for (var id : ids) {
            var kept = aggregates.get(id);
            var version = stored.get(id);
            if (kept != null && version != null && kept.version() == version) {
                found.put(id, kept.aggregate());
            }
        }
        return found;
    }
}
