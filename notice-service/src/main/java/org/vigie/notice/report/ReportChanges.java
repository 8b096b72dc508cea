package org.vigie.notice.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every change of partners' reports, each origin's in an order of its own. */
public interface ReportChanges {

    /**
     * Stores a change as the next of its origin. None is stored before the one of the number before can be read, so
     * whoever reads them in order misses none.
     *
     * @return what is stored under its id, which may have been there before
     */
    ReportChange append(ReportChange change);

    /** Changes of the origin beyond a number, in their order. */
    List<ReportChange> after(String origin, long number, int limit);

    /** The change of the origin with this number. */
    Optional<ReportChange> numbered(String origin, long number);

    /** The change after this one of the same report. */
    Optional<ReportChange> nextOf(ReportChange change);

    /** The number of the last one of the origin, 0 if there is none. */
    long last(String origin);

    /** A number beyond which is every one of the origin that was noted at the instant or later. */
    long before(String origin, Instant since);
}
