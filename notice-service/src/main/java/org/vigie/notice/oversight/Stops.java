package org.vigie.notice.oversight;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one kill switch; read before every hand-over, so that it holds at once and survives a restart. */
public interface Stops {

    Stop now();

    /**
     * Replaces what is stopped.
     *
     * @param stop with the version after the one that was read
     * @return it as stored; empty if somebody was faster, and nothing is stored then
     */
    Optional<Stop> save(Stop stop);

    /**
     * What was ever said, the latest first, at most as many.
     *
     * @param before the version that those are earlier than, absent for the latest
     */
    List<Stop> said(@Nullable Long before, int limit);
}
