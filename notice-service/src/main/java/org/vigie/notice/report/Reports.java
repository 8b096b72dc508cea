package org.vigie.notice.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

    /** Reports not yet applied, in no particular order. */
    List<UUID> pending();
}
