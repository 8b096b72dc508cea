package org.vigie.notice.report;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every report that was handed in; what is outside the scope of a question does not exist for it. */
public interface Reports {

    Optional<Report> find(Scope scope, UUID reportId);

    Optional<Report> findByReference(Scope scope, String reference);

    /** Those that are there, in no particular order. */
    List<Report> find(Collection<UUID> reportIds);

    /**
     * Stores new reports.
     *
     * @return those that are stored now: all but those of whose id there was one already
     */
    List<Report> add(List<Report> reports);

    /**
     * Notes to which case the report was applied; what became of it meanwhile, or before, waits for its case to hear.
     */
    void applied(Report report, UUID caseId);

    /**
     * Stores what the report says now, and that its case is to hear of it.
     *
     * @param corrected with one more correction than is stored
     * @return false if another is stored by now, or it was taken back; nothing is stored then
     */
    boolean correct(Report corrected);

    /**
     * Notes that the report was taken back, and that its case is to hear of it.
     *
     * @return false if it was taken back before; nothing is stored then
     */
    boolean withdraw(Report report, Withdrawal withdrawal);

    /** Notes that its case, if it has one, heard what became of the report, as it was read. */
    void settled(Report report);

    /**
     * Reports in the order of their ids.
     *
     * @param partnerReference absent for any
     * @param receivedSince absent for whenever
     * @param after where the page before ended, absent at the beginning
     */
    List<Report> page(
            Scope scope,
            @Nullable String partnerReference,
            @Nullable Instant receivedSince,
            @Nullable UUID after,
            int limit);

    /**
     * Reports that were applied to the case, in the order of their ids.
     *
     * @param after the report that they come after, absent from the beginning
     */
    List<Report> of(Scope scope, UUID caseId, @Nullable UUID after, int limit);

    /** Reports of the same URL that are not applied yet, itself among them, the earliest first. */
    List<Report> pendingWith(Report report, int limit);

    /** Reports not yet applied, or many of them: those that came alone before the lines of batches. */
    List<ReportTurn> pending();
}
