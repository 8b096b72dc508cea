package org.vigie.metrics.removal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.vigie.metrics.ledger.Addressed;
import org.vigie.metrics.ledger.Bookkeeping;
import org.vigie.metrics.ledger.Cell;
import org.vigie.metrics.ledger.DistinctContents;
import org.vigie.metrics.ledger.Ledger;
import org.vigie.metrics.provider.Providers;
import org.vigie.metrics.statistics.WholeHours;

/** Computes the table of providers from the cells. */
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

    /** The table of everything counted so far. */
    public ProviderTable table() {
        var asOf = bookkeeping.asOf();
        var asOfHour = asOf == null ? 0 : WholeHours.reachedBy(asOf.toEpochMilli());
        var rows = bookkeeping.read(ledger -> indicators(ledger, asOfHour)).entrySet().stream()
                .map(entry -> new ProviderRow(
                        entry.getKey(), providers.find(entry.getKey().provider()), entry.getValue()))
                .sorted(MOST_TARGETED_FIRST)
                .toList();
        return new ProviderTable(asOf, rows);
    }

    private static Map<Addressed, RemovalIndicators> indicators(Ledger ledger, int asOfHour) {
        var sums = new HashMap<Addressed, Cell>();
        ledger.cells()
                .forEach((key, cell) ->
                        sums.computeIfAbsent(key.addressed(), _ -> new Cell()).addAll(cell));
        var indicators = HashMap.<Addressed, RemovalIndicators>newHashMap(sums.size());
        sums.forEach((addressed, cell) -> {
            var distinct = ledger.distinctContents().getOrDefault(addressed, DistinctContents.NONE);
            indicators.put(addressed, RemovalIndicators.of(cell, distinct, asOfHour));
        });
        return indicators;
    }
}
