package org.vigie.metrics.volume;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.events.Maturation;
import org.vigie.events.Verification;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.CaseSnapshot.Sightings;
import org.vigie.metrics.ledger.CountedCase;
import org.vigie.metrics.ledger.CountedCase.Content;
import org.vigie.metrics.ledger.CountedPresence;
import org.vigie.metrics.ledger.Selection;
import org.vigie.metrics.statistics.HourHistogram;
import org.vigie.metrics.statistics.WholeHours;

/** Totals on the way. */
final class TotalsSum {

    private final Selection selection;
    private final @Nullable Instant asOf;
    private final HourHistogram suspectSince = new HourHistogram();
    private final Set<UUID> distinctVerified = new HashSet<>();
    private final Map<NotTargeted, Long> notTargeted = new EnumMap<>(NotTargeted.class);
    private final Map<Maturation, Long> verifiedByStage = new EnumMap<>(Maturation.class);
    private Seen detections = Seen.NEVER;
    private long cases;
    private long onClearWeb;
    private long verifiedDetections;
    private long verifiedUnits;
    private long targetedUnits;
    private long targetedCycles;
    private long targetings;
    private long oldestSuspect = Long.MAX_VALUE;
    private long held;
    private long unaddressable;
    private long exhausted;
    private long rejected;
    private long retracted;
    private long goneBeforeNotice;
    private long notFoundAtFirstCheck;

    /** Counts what is chosen; ages up to the instant. */
    TotalsSum(Selection selection, @Nullable Instant asOf) {
        this.selection = selection;
        this.asOf = asOf;
        for (var reason : NotTargeted.values()) {
            notTargeted.put(reason, 0L);
        }
    }

    void addTargetedCycles(int count) {
        targetedCycles += count;
    }

    void addTargeting() {
        targetings++;
    }

    /** Adds a case, its presence if known, and the contents of it that were targeted. */
    void add(CountedCase removalCase, @Nullable CountedPresence presence, Set<UUID> targeted) {
        countStates(removalCase, presence, targeted);
        if (!selection.narrowsContent()) {
            addDetections(removalCase, removalCase.reports());
        }
        var chosen = false;
        for (var content : removalCase.contents()) {
            if (selection.choosesContent(content)) {
                chosen = true;
                add(content, removalCase, presence, targeted);
            }
        }
        cases += chosen || !selection.narrowsContent() ? 1 : 0;
    }

    private void add(Content content, CountedCase removalCase, @Nullable CountedPresence presence, Set<UUID> targeted) {
        if (selection.narrowsContent()) {
            addDetections(removalCase, content.sightings());
        }
        if (content.verification() == Verification.VERIFIED) {
            addVerified(content, removalCase, presence, targeted);
        } else if (content.verification() == Verification.SUSPECT) {
            suspectSince.add(WholeHours.startingAt(content.firstReportedAt()), 1);
            oldestSuspect = Math.min(oldestSuspect, content.firstReportedAt());
        }
    }

    private void addDetections(CountedCase removalCase, Sightings seen) {
        detections = detections.plus(seen);
        onClearWeb += NotTargeted.isDark(removalCase.hostKind())
                ? 0
                : Seen.NEVER.plus(seen).total();
    }

    private void addVerified(
            Content content, CountedCase removalCase, @Nullable CountedPresence presence, Set<UUID> targeted) {
        verifiedUnits++;
        var sightings = Seen.NEVER.plus(content.sightings()).total();
        verifiedDetections += sightings;
        verifiedByStage.merge(content.maturation(), sightings, Long::sum);
        distinctVerified.add(content.name());
        if (targeted.contains(content.name())) {
            targetedUnits++;
        } else {
            notTargeted.merge(NotTargeted.of(removalCase, presence), 1L, Long::sum);
        }
    }

    private void countStates(CountedCase removalCase, @Nullable CountedPresence presence, Set<UUID> targeted) {
        held += removalCase.held() ? 1 : 0;
        unaddressable += removalCase.action() == Action.UNADDRESSABLE ? 1 : 0;
        exhausted += removalCase.action() == Action.EXHAUSTED ? 1 : 0;
        rejected += removalCase.action() == Action.REJECTED ? 1 : 0;
        retracted += removalCase.action() == Action.RETRACTED ? 1 : 0;
        goneBeforeNotice += targeted.isEmpty() && NotTargeted.isGone(presence) ? 1 : 0;
        notFoundAtFirstCheck += presence != null && presence.notFoundAtFirstCheck() ? 1 : 0;
    }

    Totals totals() {
        return new Totals(
                asOf,
                cases,
                detections,
                onClearWeb,
                verifiedDetections,
                verifiedByStage,
                verifiedUnits,
                distinctVerified.size(),
                verifiedDetections - verifiedUnits,
                targetedUnits,
                notTargeted,
                targetedCycles,
                targetings,
                targetings - targetedCycles,
                backlog(),
                new Totals.CaseCounts(
                        held, unaddressable, exhausted, rejected, retracted, goneBeforeNotice, notFoundAtFirstCheck));
    }

    private Totals.Backlog backlog() {
        var ages = new HourHistogram();
        var asOfHour = asOf == null ? 0 : WholeHours.reachedBy(asOf.toEpochMilli());
        for (int i = suspectSince.size() - 1; i >= 0; i--) {
            ages.add(Math.max(0, asOfHour - suspectSince.hour(i)), suspectSince.count(i));
        }
        return new Totals.Backlog(
                ages.total(),
                number(ages.percentile(50)),
                number(ages.percentile(90)),
                ages.total() == 0 ? null : Instant.ofEpochMilli(oldestSuspect));
    }

    private static @Nullable Integer number(OptionalInt hours) {
        return hours.isEmpty() ? null : hours.getAsInt();
    }
}
