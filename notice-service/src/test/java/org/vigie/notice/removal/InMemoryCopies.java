package org.vigie.notice.removal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.support.copies.Copies;

/** Copies in memory. */
public final class InMemoryCopies<T> implements Copies<T> {

    private record Kept<T>(long version, T snapshot) {}

    private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<T> find(String id) {
        return Optional.ofNullable(kept.get(id)).map(Kept::snapshot);
    }

    @Override
    public List<T> all() {
        return kept.values().stream().map(Kept::snapshot).toList();
    }

    @Override
    public synchronized boolean keep(String id, long version, T snapshot) {
        var before = kept.get(id);
        var isNewer = before == null || version > before.version();
        if (isNewer) {
            kept.put(id, new Kept<>(version, snapshot));
        }
        return isNewer;
    }
}
