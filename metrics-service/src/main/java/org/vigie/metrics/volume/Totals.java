package org.vigie.metrics.volume;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Maturation;

/**
 * How much was detected and what became of it. Three sums are exact: verified detections are {@code verifiedUnits} and
 * {@code repeatedSightings}; verified units are {@code targetedUnits} and {@code notTargeted}; targetings are
 * {@code targetedCycles} and {@code escalations}.
 *
 * @param asOf up to when ages are counted, absent before the checker has checked anything
 * @param cases URLs
 * @param detections reports, by where the URL was seen
 * @param detectionsHostedOnClearWeb of them, at a URL on the clear web
 * @param verifiedDetections sightings of verified content
 * @param verifiedDetectionsByStage the same by the content's stage
 * @param verifiedUnits verified content units of cases: one content at one URL, counted once
 * @param distinctVerified verified contents, wherever they were
 * @param repeatedSightings verified detections beyond the first of a unit
 * @param targetedUnits verified units that a notice named in any cycle
 * @param notTargeted verified units that no notice named, by the reason
 * @param targetedCycles content units of cases and cycles that a notice named
 * @param targetings by provider and role
 * @param escalations targetings beyond the first of a case, content and cycle
 */
public record Totals(
        @Nullable Instant asOf,
        long cases,
        Seen detections,
        long detectionsHostedOnClearWeb,
        long verifiedDetections,
        Map<Maturation, Long> verifiedDetectionsByStage,
        long verifiedUnits,
        long distinctVerified,
        long repeatedSightings,
        long targetedUnits,
        Map<NotTargeted, Long> notTargeted,
        long targetedCycles,
        long targetings,
        long escalations,
        Backlog suspects,
        CaseCounts caseCounts) {

    /**
     * Content that nobody has verified.
     *
     * @param ageP50Hours nearest rank, absent if there is none
     */
    public record Backlog(
            long count,
            @Nullable Integer ageP50Hours,
            @Nullable Integer ageP90Hours,
            @Nullable Instant oldest) {}

    /** Cases as they stand, each in as many of these as apply. */
    public record CaseCounts(
            long held,
            long unaddressable,
            long exhausted,
            long rejected,
            long retracted,
            long goneBeforeNotice,
            long notFoundAtFirstCheck) {}
}
