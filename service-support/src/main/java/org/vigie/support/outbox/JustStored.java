package org.vigie.support.outbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Aggregates as this process stored them a moment ago, so that what is published need not be read again. A few at most:
 * what is not here is read.
 *
 * @param <A> an aggregate
 */
public final class JustStored<A> {

    private static final int MOST = 500;

    private record Kept<A>(long version, A aggregate) {}

    private final Map<String, Kept<A>> aggregates = new ConcurrentHashMap<>();

    /** Of two versions the later one is kept, whichever comes first. */
    public void add(String id, long version, A aggregate) {
        if (aggregates.size() < MOST) {
            aggregates.merge(
                    id, new Kept<>(version, aggregate), (one, other) -> one.version() > other.version() ? one : other);
        } else {
            forget(id);
        }
    }

    /** Another version is stored by now. */
    public void forget(String id) {
        aggregates.remove(id);
    }

    /**
     * Those of the aggregates that are here in the very version that is stored; none of them is here any more. Another
     * process may have stored and published a later one, which an earlier record must not follow.
     *
     * @param stored the versions that the store has and that were not published, by id
     */
    public Map<String, A> take(Collection<String> ids, Map<String, Long> stored) {
        var taken = new HashMap<String, A>();
        for (var id : ids) {
            var kept = aggregates.remove(id);
            var version = stored.get(id);
            if (kept != null && version != null && kept.version() == version) {
                taken.put(id, kept.aggregate());
            }
        }
        return taken;
    }
}
