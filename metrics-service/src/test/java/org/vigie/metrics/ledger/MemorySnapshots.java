package org.vigie.metrics.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Snapshots in a map. */
public final class MemorySnapshots<T> implements Snapshots<T> {

    private final Map<Object, T> kept = new HashMap<>();
    private final Function<T, Object> id;
    private final ToLongFunction<T> version;
    private long aside;

    public MemorySnapshots(Function<T, Object> id, ToLongFunction<T> version) {
        this.id = id;
        this.version = version;
    }

    @Override
    public void keepAll(List<T> snapshots) {
        for (var snapshot : snapshots) {
            kept.merge(
                    id.apply(snapshot),
                    snapshot,
                    (old, news) -> version.applyAsLong(news) > version.applyAsLong(old) ? news : old);
        }
    }

    @Override
    public void forEach(Consumer<T> reader) {
        List.copyOf(kept.values()).forEach(reader);
    }

    @Override
    public long sift(Consumer<T> trial) {
        long before = kept.size();
        kept.values().removeIf(snapshot -> fails(trial, snapshot));
        aside += before - kept.size();
        return before - kept.size();
    }

    @Override
    public long asideCount() {
        return aside;
    }

    private static <T> boolean fails(Consumer<T> trial, T snapshot) {
        try {
            trial.accept(snapshot);
            return false;
        } catch (RuntimeException _) {
            return true;
        }
    }
}
