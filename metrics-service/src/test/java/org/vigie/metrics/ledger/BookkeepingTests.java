package org.vigie.metrics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.events.availability.AvailabilitySnapshot;
import org.vigie.events.availability.Watermark;
import org.vigie.events.removal.CaseSnapshot;
import org.vigie.events.removal.TargetingSnapshot;
import org.vigie.metrics.ledger.Events.Targeting;
import org.vigie.testing.MutableClock;

/** What cannot be counted neither stops nor changes what can. */
class BookkeepingTests {

    private final MemorySnapshots<TargetingSnapshot> stored =
            new MemorySnapshots<>(TargetingSnapshot::targetingId, TargetingSnapshot::version);
    private final Bookkeeping bookkeeping = bookkeeping();

    @Test
    void countsTheOthersOfABatchAndGivesBackWhatItCannotCount() {
        var good = Targeting.of("a", "x", "P", 1).snapshot();
        var farAway = Targeting.of("b", "y", "P", 1e12).snapshot();

        var left = bookkeeping.targetings(List.of(good, farAway));

        assertThat(left).extracting(Uncountable::snapshot).containsExactly(farAway);
        assertThat(cells(bookkeeping)).isEqualTo(cellsOf(good));
        stored.forEach(kept -> assertThat(kept).isEqualTo(good));
    }

    @Test
    void startsWithAStoreThatHoldsWhatCannotBeCountedAndPutsThatAside() {
        var good = Targeting.of("a", "x", "P", 1).snapshot();
        stored.keepAll(List.of(Targeting.of("b", "y", "P", 1e12).snapshot(), good));

        bookkeeping.rebuild();

        assertThat(cells(bookkeeping)).isEqualTo(cellsOf(good));
        assertThat(stored.asideCount()).isEqualTo(1);
        bookkeeping.rebuild();
        assertThat(stored.asideCount()).isEqualTo(1);
    }

    @Test
    void forgetsPartitionsThatAreNoMore() {
        bookkeeping.watermarks(List.of(new Watermark(0, Events.at(100)), new Watermark(9, 0)), 10);
        assertThat(bookkeeping.asOf()).isEqualTo(Instant.EPOCH);

        bookkeeping.watermarks(List.of(), 9);

        assertThat(bookkeeping.asOf()).isEqualTo(Instant.ofEpochMilli(Events.at(100)));
    }

    @Test
    void whatIsSaidOfNoPartitionIsLeftAndTheRestNoted() {
        var none = new Watermark(9, 0);

        var left = bookkeeping.watermarks(List.of(none, new Watermark(0, Events.at(100))), 9);

        assertThat(left).extracting(Uncountable::snapshot).containsExactly(none);
        assertThat(bookkeeping.asOf()).isEqualTo(Instant.ofEpochMilli(Events.at(100)));
    }

    private Bookkeeping bookkeeping() {
        return new Bookkeeping(
                stored,
                new MemorySnapshots<>(CaseSnapshot::caseId, CaseSnapshot::version),
                new MemorySnapshots<>(AvailabilitySnapshot::caseId, AvailabilitySnapshot::version),
                new MemorySnapshots<>(Watermark::partition, Watermark::version),
                MutableClock.at("2026-06-01T00:00:00Z"));
    }

    private static Map<CellKey, String> cells(Bookkeeping bookkeeping) {
        return bookkeeping.read(PackedCells::of);
    }

    private static Map<CellKey, String> cellsOf(TargetingSnapshot only) {
        var ledger = new Ledger();
        ledger.fold(only);
        return PackedCells.of(ledger);
    }
}
