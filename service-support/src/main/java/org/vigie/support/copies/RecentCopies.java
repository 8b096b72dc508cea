package org.vigie.support.copies;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * Copies that are read by far more often than they change, each at hand for a second after it was read. What this
 * process keeps is seen by it at once; of what another process of the service keeps it hears a second later than that
 * one, as if the record had come later.
 *
 * @param <T> a snapshot record of event-contracts
 */
public final class RecentCopies<T> implements Copies<T> {

    private static final long AT_HAND = Duration.ofSeconds(1).toNanos();
    private static final int MOST = 1_000;

    private record Read<T>(T snapshot, long at) {}

    private final Copies<T> stored;
    private final ToLongFunction<T> versionOf;
    private final ConcurrentHashMap<String, Read<T>> recent = new ConcurrentHashMap<>();

    public RecentCopies(Copies<T> stored, ToLongFunction<T> versionOf) {
        this.stored = stored;
        this.versionOf = versionOf;
    }

    @Override
    public Optional<T> find(String id) {
        return find(id, Long.MIN_VALUE);
    }

    /** Nobody else reads or forgets the same copy meanwhile. */
    @Override
    public Optional<T> find(String id, long version) {
        if (recent.size() > MOST) {
            recent.clear();
        }
        return Optional.ofNullable(recent.compute(
                        id,
                        (_, read) -> read != null && isGood(read, version)
                                ? read
                                : stored.find(id)
                                        .map(snapshot -> new Read<>(snapshot, System.nanoTime()))
                                        .orElse(null)))
                .map(Read::snapshot);
    }

    private boolean isGood(Read<T> read, long version) {
        return System.nanoTime() - read.at() < AT_HAND && versionOf.applyAsLong(read.snapshot()) >= version;
    }

    @Override
    public List<T> all() {
        return stored.all();
    }

    /** Forgotten after it is stored: who read the one before is done by then. */
    @Override
    public Kept<T> keep(String id, long version, T snapshot) {
        var kept = stored.keep(id, version, snapshot);
        recent.remove(id);
        return kept;
    }
}
