package org.vigie.support.copies;

import java.util.List;
import java.util.Optional;

/**
 * A read copy of another service's snapshots.
 *
 * @param <T> a snapshot record of event-contracts
 */
public interface Copies<T> {

    Optional<T> find(String id);

    /** Every snapshot, in no particular order; for small topics. */
    List<T> all();

    /**
     * Keeps the snapshot if it is newer than the one that is there.
     *
     * @return whether it was kept: a repeat or an older version is not
     */
    boolean keep(String id, long version, T snapshot);
}
