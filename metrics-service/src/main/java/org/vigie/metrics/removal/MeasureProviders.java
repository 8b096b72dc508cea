package org.vigie.metrics.removal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.vigie.metrics.ledger.Addressed;
import org.vigie.metrics.ledger.AsOf;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.DistinctContents;
import org.vigie.metrics.ledger.Entry;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.ledger.Lifecycle;
import org.vigie.metrics.ledger.Selection;
import org.vigie.metrics.ledger.Tally;
import org.vigie.metrics.provider.Providers;
import org.vigie.metrics.volume.CaseFiguresBy;

/** Computes the table of providers: of everything from the cells, of a choice by going through the targetings. */
@Service
public class MeasureProviders {

    private static final Comparator<ProviderRow> MOST_TARGETED_FIRST = Comparator.comparingLong(
                    (ProviderRow row) -> row.indicators().cell().targeted())
            .reversed()
            .thenComparing(ProviderRow::name)
            .thenComparing(row -> row.addressed().provider())
            .thenComparing(row -> row.addressed().role());

    private final Bookkeeping bookkeeping;
    private final Providers providers;

    public MeasureProviders(Bookkeeping bookkeeping, Providers providers) {
        this.bookkeeping = bookkeeping;
        this.providers = providers;
    }

    /** The table of what is chosen. */
    public ProviderTable table(Selection selection) {
        var asOf = AsOf.of(selection.asOf(), bookkeeping.asOf());
        var found = bookkeeping.read(ledger -> selection.equals(Selection.EVERYTHING)
                ? fromCells(ledger, asOf)
                : fromEntries(ledger, selection, asOf));
        var rows = found.entrySet().stream()
                .map(entry -> new ProviderRow(
                        entry.getKey(), providers.find(entry.getKey().provider()), entry.getValue()))
                .sorted(MOST_TARGETED_FIRST)
                .toList();
        return new ProviderTable(asOf.instant(), rows);
    }

    /** What the cases of what is chosen say of each provider and role. */
    public CaseFiguresBy<Addressed> caseFigures(Selection selection) {
        var asOf = AsOf.of(selection.asOf(), bookkeeping.asOf());
        return bookkeeping.read(ledger -> {
            var figures = new CaseFiguresBy<Addressed>(ledger, asOf.instant());
            asOf.entriesByCase(ledger)
                    .map(entries -> entries.stream()
                            .map(Entry::lifecycle)
                            .filter(lifecycle -> selection.chooses(lifecycle, providers::find))
                            .toList())
                    .forEach(lifecycles -> figures.add(lifecycles, Lifecycle::addressed));
            return figures;
        });
    }

    private static Map<Addressed, RemovalIndicators> fromCells(Ledger ledger, AsOf asOf) {
        var sums = ledger.sums();
        var indicators = HashMap.<Addressed, RemovalIndicators>newHashMap(sums.size());
        sums.forEach((addressed, cell) -> {
            var distinct = ledger.distinctContents().getOrDefault(addressed, DistinctContents.NONE);
            indicators.put(addressed, RemovalIndicators.of(cell, distinct, asOf.hour()));
        });
        return indicators;
    }

    private Map<Addressed, RemovalIndicators> fromEntries(Ledger ledger, Selection selection, AsOf asOf) {
        var tallies = new HashMap<Addressed, Tally>();
        asOf.entries(ledger)
                .filter(entry -> selection.chooses(entry.lifecycle(), providers::find))
                .forEach(entry -> tallies.computeIfAbsent(entry.lifecycle().addressed(), _ -> new Tally())
                        .add(entry));
        var indicators = HashMap.<Addressed, RemovalIndicators>newHashMap(tallies.size());
        tallies.forEach((addressed, tally) -> indicators.put(
                addressed, RemovalIndicators.of(tally.cell(), tally.distinct(ledger, asOf.knownUpTo()), asOf.hour())));
        return indicators;
    }
}
