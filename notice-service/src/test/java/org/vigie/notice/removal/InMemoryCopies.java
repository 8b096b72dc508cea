package org.vigie.notice.removal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.support.copies.Copies;

/** Copies in memory. */
public final class InMemoryCopies<T> implements Copies<T> {

    private record Stored<T>(long version, T snapshot) {}

    private final Map<String, Stored<T>> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<T> find(String id) {
        return Optional.ofNullable(kept.get(id)).map(Stored::snapshot);
    }

    @Override
    public List<T> all() {
        return kept.values().stream().map(Stored::snapshot).toList();
    }

    @Override
    public synchronized Kept<T> keep(String id, long version, T snapshot) {
        var before = kept.get(id);
        var isNewer = before == null || version > before.version();
        if (isNewer) {
            kept.put(id, new Stored<>(version, snapshot));
        }
        return new Kept<>(isNewer, before == null || !isNewer ? null : before.snapshot());
    }
}
