package org.vigie.metrics.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.events.Maturation;
import org.vigie.events.Role;
import org.vigie.events.Verification;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.AvailabilitySnapshot.Presence;
import org.vigie.events.availability.Watermark;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.CaseSnapshot.Action;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.events.removal.TargetingSnapshot.End;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.ledger.Events.Targeting;
import org.vigie.metrics.ledger.MemorySnapshots;
import org.vigie.metrics.ledger.Selection;
import org.vigie.metrics.provider.MemoryProviderCopies;
import org.vigie.metrics.provider.Providers;
import org.vigie.testing.MutableClock;

class MeasureVolumeTests {

    private final Bookkeeping bookkeeping = new Bookkeeping(
            new MemorySnapshots<>(TargetingSnapshot::targetingId, TargetingSnapshot::version),
            new MemorySnapshots<>(CaseSnapshot::caseId, CaseSnapshot::version),
            new MemorySnapshots<>(AvailabilitySnapshot::caseId, AvailabilitySnapshot::version),
            new MemorySnapshots<>(Watermark::partition, Watermark::version),
            MutableClock.at("2026-06-01T00:00:00Z"));
    private final MeasureVolume measureVolume =
            new MeasureVolume(bookkeeping, new Providers(new MemoryProviderCopies(), bookkeeping));

    @Test
    void everyReasonIsANumberAndTheSumsAreExact() {
        bookkeeping.cases(List.of(
                verified("targeted", Action.NOTIFIED, false),
                verified("held", Action.VERIFIED, true),
                verified("gone", Action.ROUTED, false),
                verified("nobody", Action.UNADDRESSABLE, false),
                verified("soon", Action.ROUTED, false),
                Events.aCase("suspect", "P", Action.RECEIVED, false, Events.content("s", Verification.SUSPECT, 1, 2))));
        bookkeeping.availability(List.of(Events.presence("gone", Presence.DOWN, 5, null)));
        bookkeeping.targetings(List.of(
                Targeting.of("targeted", "targeted", "P", 1).snapshot(),
                Targeting.of("targeted", "targeted", "Q", 90).in(1, Role.CDN).snapshot(),
                Targeting.of("gone", "gone", "P", 9).ended(End.VOID, 9).snapshot()));
        bookkeeping.watermarks(List.of(new Watermark(0, Events.at(100))), 10);

        var totals = measureVolume.totals(Selection.EVERYTHING);

        assertThat(totals.detections().total()).isEqualTo(17);
        assertThat(totals.verifiedDetections()).isEqualTo(15);
        assertThat(totals.verifiedUnits()).isEqualTo(5);
        assertThat(totals.repeatedSightings()).isEqualTo(10);
        assertThat(totals.targetedUnits()).isEqualTo(1);
        assertThat(totals.notTargeted())
                .containsEntry(NotTargeted.HELD, 1L)
                .containsEntry(NotTargeted.GONE_BEFORE_NOTICE, 1L)
                .containsEntry(NotTargeted.UNADDRESSABLE, 1L)
                .containsEntry(NotTargeted.WAITING, 1L);
        assertThat(totals.notTargeted().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        + totals.targetedUnits())
                .isEqualTo(totals.verifiedUnits());
        assertThat(totals.targetings()).isEqualTo(2);
        assertThat(totals.targetedCycles()).isEqualTo(1);
        assertThat(totals.escalations()).isEqualTo(1);
        assertThat(totals.suspects().count()).isEqualTo(1);
        assertThat(totals.suspects().ageP50Hours()).isEqualTo(99);
        assertThat(totals.caseCounts().held()).isEqualTo(1);
    }

    @Test
    void choosesByWhatTheContentIsAndByWhomItWasToldTo() {
        bookkeeping.cases(List.of(
                verified("a", Action.NOTIFIED, false),
                verified("b", Action.NOTIFIED, false),
                Events.aCase("c", "P", Action.RECEIVED, false, Events.content("s", Verification.SUSPECT, 1, 2))));
        bookkeeping.targetings(List.of(
                Targeting.of("a", "a", "P", 1).snapshot(),
                Targeting.of("b", "b", "Q", 5).snapshot(),
                Targeting.of("b", "b", "Q", 50).in(1, Role.CDN).snapshot()));
        bookkeeping.watermarks(List.of(new Watermark(0, Events.at(100))), 10);

        var other = measureVolume.totals(stage(Maturation.POSTPUBESCENT));
        assertThat(other.cases()).isZero();
        assertThat(other.detections().total()).isZero();
        assertThat(other.verifiedUnits()).isZero();
        assertThat(other.suspects().count()).isZero();
        assertThat(other.targetings()).isZero();
        assertThat(measureVolume.totals(stage(Maturation.PREPUBESCENT)))
                .isEqualTo(measureVolume.totals(Selection.EVERYTHING));

        var then = measureVolume.totals(new Selection(
                null, null, null, null, null, null, null, null, null, Instant.ofEpochMilli(Events.at(20))));
        assertThat(then.targetings()).isEqualTo(2);
        assertThat(then.escalations()).isZero();
        assertThat(measureVolume.totals(Selection.of(Events.id("Q"))).targetedCycles())
                .isEqualTo(1);
        assertThat(measureVolume.totals(Selection.of(Events.id("Q"))).escalations())
                .isEqualTo(1);
    }

    private static Selection stage(Maturation stage) {
        return new Selection(null, null, null, stage, null, null, null, null, null, null);
    }

    private static CaseSnapshot verified(String name, Action action, boolean held) {
        return Events.aCase(name, "P", action, held, Events.content(name, Verification.VERIFIED, 0, 3));
    }
}
