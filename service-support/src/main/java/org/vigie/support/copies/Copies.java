package org.vigie.support.copies;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A read copy of another service's snapshots.
 *
 * @param <T> a snapshot record of event-contracts
 */
public interface Copies<T> {

    Optional<T> find(String id);

    /** The copy, read anew if one that is at hand is older than the version. */
    default Optional<T> find(String id, long version) {
        return find(id);
    }

    /** Every snapshot, in no particular order; for small topics. */
    List<T> all();

    /** Keeps the snapshot if it is newer than the one that is there. */
    Kept<T> keep(String id, long version, T snapshot);

    /**
     * What became of a snapshot.
     *
     * @param isNewer whether it was kept: a repeat or an older version is not
     * @param before the copy that it replaced, absent if there was none or it was not kept
     */
    record Kept<T>(boolean isNewer, @Nullable T before) {}
}
