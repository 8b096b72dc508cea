package org.vigie.notice.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every report that was handed in. */
public interface Reports {

    Optional<Report> find(UUID reportId);

    Optional<Report> findByReference(String reference);

    /**
     * Stores a new report.
     *
     * @return false if one with this id is there already; nothing is stored then
     */
    boolean add(Report report);

    /** Notes to which case the report was applied. */
    void applied(UUID reportId, UUID caseId);

    /**
     * Reports in the order of their ids.
     *
     * @param partnerReference absent for any
     * @param receivedSince absent for whenever
     * @param after where the page before ended, absent at the beginning
     */
    List<Report> page(
            @Nullable String partnerReference, @Nullable Instant receivedSince, @Nullable UUID after, int limit);

    /** Reports that were applied to one of the cases, in the order of their ids. */
    List<Report> of(Collection<UUID> caseIds, int limit);

    /** Reports not yet applied, in no particular order. */
    List<UUID> pending();
}
