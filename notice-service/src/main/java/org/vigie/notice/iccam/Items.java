package org.vigie.notice.iccam;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every item that came from ICCAM. */
public interface Items {

    Optional<Item> find(long contentId);

    /** Which of the numbers are those of items that are here. */
    Set<Long> known(Collection<Long> contentIds);

    /**
     * Stores an item.
     *
     * @return as stored; empty if someone stored another version since it was read, or it is there already
     */
    Optional<Item> save(Item item);

    /** When each of the earliest is to be looked at. */
    Map<Long, Instant> due();

    /** How many are here, and how many of them ICCAM may still be told something of. */
    Count count();

    /** Numbers of items. */
    record Count(long all, long due) {}
}
