package org.vigie.metrics.removal.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.removal.GroupTable;
import org.vigie.metrics.volume.CaseFigures;
import org.vigie.metrics.volume.Totals;

/**
 * The totals: detections, what of them was targeted, and why the rest was not.
 *
 * @param notFiltered by the part of the answer, the filters asked for that it does not follow
 */
record TotalsView(
        @Nullable Instant asOf,
        long cases,
        Detections detections,
        Verified verified,
        Targeted targeted,
        Map<String, Long> notTargeted,
        Totals.Backlog suspects,
        Totals.CaseCounts casesNow,
        @Nullable IndicatorsView removal,
        OwnDelay ownDelay,
        ReappearanceView reappearance,
        Map<String, List<String>> notFiltered) {

    /** Reports, by where the URL was seen and by where it lies. */
    record Detections(long total, long seenOnClearWeb, long seenOnDarkWeb, long seenUnstated, long hostedOnClearWeb) {}

    /** Verified sightings; {@code units} and {@code repeatedSightings} add up to {@code detections}. */
    record Verified(
            long detections,
            Map<String, Long> detectionsByStage,
            long units,
            long repeatedSightings,
            long distinctContent) {}

    /** Units a notice named; {@code caseCycles} and {@code escalations} add up to {@code targetings}. */
    record Targeted(long units, long caseCycles, long escalations, long targetings) {}

    /** With the removal of every case-cycle, absent while nothing was targeted. */
    static TotalsView of(
            Totals totals, GroupTable removal, CaseFigures figures, Map<String, List<String>> notFiltered) {
        var byStage = new LinkedHashMap<String, Long>();
        totals.verifiedDetectionsByStage().forEach((stage, count) -> byStage.put(stage.name(), count));
        var seen = totals.detections();
        return new TotalsView(
                removal.asOf(),
                totals.cases(),
                new Detections(
                        seen.total(), seen.clear(), seen.dark(), seen.unstated(), totals.detectionsHostedOnClearWeb()),
                new Verified(
                        totals.verifiedDetections(),
                        byStage,
                        totals.verifiedUnits(),
                        totals.repeatedSightings(),
                        totals.distinctVerified()),
                new Targeted(
                        totals.targetedUnits(), totals.targetedCycles(), totals.escalations(), totals.targetings()),
                reasons(totals),
                totals.suspects(),
                totals.caseCounts(),
                removal.rows().stream()
                        .findFirst()
                        .map(row -> IndicatorsView.of(row.indicators()))
                        .orElse(null),
                OwnDelay.of(figures.ownDelay()),
                ReappearanceView.of(figures.reappearance()),
                notFiltered);
    }

    /** How many verified units no notice named, by the reason. */
    static Map<String, Long> reasons(Totals totals) {
        var reasons = new LinkedHashMap<String, Long>();
        totals.notTargeted()
                .forEach((reason, count) -> reasons.put(reason.name().toLowerCase(Locale.ROOT), count));
        return reasons;
    }
}
