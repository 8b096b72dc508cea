package org.vigie.metrics.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.events.Role;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.Watermark;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.metrics.ledger.Addressed;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Events;
import org.vigie.metrics.ledger.Events.Targeting;
import org.vigie.metrics.ledger.MemorySnapshots;
import org.vigie.metrics.ledger.Selection;
import org.vigie.metrics.provider.MemoryProviderCopies;
import org.vigie.metrics.provider.Providers;
import org.vigie.metrics.statistics.Share;
import org.vigie.testing.MutableClock;

/** The worked vector and the counting vector of the domain, and what stands beside them. */
class MeasureProvidersTests {

    private final MutableClock clock = MutableClock.at("2026-06-01T00:00:00Z");
    private final MemorySnapshots<TargetingSnapshot> targetings =
            new MemorySnapshots<>(TargetingSnapshot::targetingId, TargetingSnapshot::version);
    private final Bookkeeping bookkeeping = new Bookkeeping(
            targetings,
            new MemorySnapshots<>(CaseSnapshot::caseId, CaseSnapshot::version),
            new MemorySnapshots<>(AvailabilitySnapshot::caseId, AvailabilitySnapshot::version),
            new MemorySnapshots<>(Watermark::partition, Watermark::version),
            clock);
    private final MeasureProviders measureProviders =
            new MeasureProviders(bookkeeping, new Providers(new MemoryProviderCopies(), bookkeeping));

    @Test
    void agreesWithTheWorkedVector() {
        count(
                Targeting.of("T1", "h1", "P", 0).removedAfter(5),
                Targeting.of("T4", "h2", "P", 50).removedAfter(20),
                Targeting.of("T5", "h3", "P", 60).removedAfter(30),
                Targeting.of("T6", "h4", "P", 70).removedAfter(72),
                Targeting.of("T7", "h5", "P", 80).removedAfter(200),
                Targeting.of("T8", "h6", "P", 90).removedAfter(1008),
                Targeting.of("T2", "h1", "P", 100).removedAfter(24),
                Targeting.of("T3", "h1", "P", 200).removedAfter(47),
                Targeting.of("T10", "h7", "P", 600),
                Targeting.of("T9", "h2", "P", 1200),
                Targeting.of("T11", "h1", "Q", 300).removedAfter(10));
        checkedUpTo(2100);

        var p = row("P").indicators();

        assertThat(p.cell().targeted()).isEqualTo(10);
        assertThat(p.distinct().all()).isEqualTo(7);
        assertThat(p.report().removed().total()).isEqualTo(8);
        assertThat(p.report().openFor().total()).isEqualTo(2);
        assertThat(p.report().removed().percentile(50)).hasValue(30);
        assertThat(p.report().removed().percentile(90)).hasValue(1008);
        assertThat(p.report().curve().at(47)).isCloseTo(0.5, within(1e-12));
        assertThat(p.report().curve().at(1008)).isCloseTo(0.15, within(1e-12));
        assertThat(p.report().curve().percentile(50)).hasValue(47);
        assertThat(p.report().curve().percentile(90)).isEmpty();
        assertThat(p.report().oldestOpen()).hasValue(1500);
        assertThat(p.recidivismA()).isEqualTo(new Share(3, 10));
        assertThat(p.recidivismB()).isEqualTo(new Share(2, 7));
        assertThat(p.few()).isTrue();
        assertThat(row("Q").indicators().cell().targeted()).isEqualTo(1);
    }

    @Test
    void agreesWithTheCountingVector() {
        count(
                Targeting.of("page1", "i1", "P", 0),
                Targeting.of("page2", "i2", "P", 0).notices(0),
                Targeting.of("page3", "i3", "P", 0).notices(0));
        checkedUpTo(10);
        assertThat(row("P").indicators().cell().targeted()).isEqualTo(3);
        assertThat(row("P").indicators().cell().noticesSent()).isEqualTo(1);
        assertThat(row("P").indicators().recidivismA()).isEqualTo(new Share(0, 3));

        count(Targeting.of("elsewhere", "i1", "P", 24));

        assertThat(row("P").indicators().recidivismA()).isEqualTo(new Share(1, 4));
    }

    @Test
    void itemsOfOneDeliveryNeverRepeatEachOther() {
        count(Targeting.of("a", "h1", "P", 7), Targeting.of("b", "h1", "P", 7));

        assertThat(row("P").indicators().recidivismA()).isEqualTo(new Share(0, 2));
    }

    @Test
    void countsOpenOnesUpToTheCheckersWatermarkAndNotTheClock() {
        count(Targeting.of("a", "h1", "P", 0));
        assertThat(measureProviders.table(Selection.EVERYTHING).asOf()).isNull();
        assertThat(row("P").indicators().report().oldestOpen()).hasValue(0);

        bookkeeping.watermarks(List.of(new Watermark(0, Events.at(100)), new Watermark(1, Events.at(48.9))), 10);

        assertThat(row("P").indicators().report().oldestOpen()).hasValue(48);
    }

    @Test
    void countsNeverBeyondNow() {
        count(Targeting.of("a", "h1", "P", 0));
        clock.moveTo(Instant.ofEpochMilli(Events.at(10)));

        checkedUpTo(100);

        assertThat(row("P").indicators().report().oldestOpen()).hasValue(10);
    }

    @Test
    void isTheSameAfterARebuildFromTheStore() {
        count(
                Targeting.of("a", "h1", "P", 0).removedAfter(3),
                Targeting.of("b", "h1", "P", 50),
                Targeting.of("c", "h2", "Q", 60));
        checkedUpTo(100);
        var cells = bookkeeping.read(ledger -> Map.copyOf(ledger.cells()));

        bookkeeping.rebuild();

        var rebuilt = bookkeeping.read(ledger -> Map.copyOf(ledger.cells()));
        assertThat(rebuilt).isEqualTo(cells);
    }

    @Test
    void listsWhoWasTargetedMostFirst() {
        count(Targeting.of("a", "h1", "Q", 0), Targeting.of("b", "h2", "P", 0), Targeting.of("c", "h3", "P", 0));

        assertThat(measureProviders.table(Selection.EVERYTHING).rows())
                .extracting(ProviderRow::addressed)
                .containsExactly(new Addressed(Events.id("P"), Role.HOST), new Addressed(Events.id("Q"), Role.HOST));
    }

    private void count(Targeting... these) {
        bookkeeping.targetings(Stream.of(these).map(Targeting::snapshot).toList());
    }

    private void checkedUpTo(double hour) {
        bookkeeping.watermarks(List.of(new Watermark(0, Events.at(hour))), 10);
    }

    private ProviderRow row(String provider) {
        return measureProviders.table(Selection.EVERYTHING).rows().stream()
                .filter(row -> row.addressed().provider().equals(Events.id(provider)))
                .findFirst()
                .orElseThrow();
    }
}
