package org.vigie.notice.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.notice.report.Followed.Step;

/**
 * Another step of a report, or that it was corrected.
 *
 * @param origin whose report it is, as {@link Origin#text} says it
 * @param number which one of this origin's it is: 1, 2, 3, …; 0 until it is stored
 * @param downSince absent unless it is down
 * @param edition absent unless it was corrected; the step is where it was then
 * @param at when it was noted, never within the hour of which nothing is told, unless it was taken back or corrected
 *     then
 */
public record ReportChange(
        UUID changeId,
        String origin,
        long number,
        UUID reportId,
        @Nullable String partnerReference,
        Step step,
        @Nullable Instant downSince,
        @Nullable Edition edition,
        Instant at) {

    /**
     * What the report says since a correction.
     *
     * @param number how often it was corrected by then
     */
    public record Edition(int number, Instant correctedAt) {}

    public ReportChange numbered(long next) {
        return new ReportChange(changeId, origin, next, reportId, partnerReference, step, downSince, edition, at);
    }
}
