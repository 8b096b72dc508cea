package org.vigie.metrics.removal.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.ledger.Addressed;
import org.vigie.metrics.removal.ProviderTable;
import org.vigie.metrics.volume.CaseFiguresBy;
import org.vigie.metrics.volume.Delays;

/**
 * The table of providers.
 *
 * @param asOf up to when open targetings are counted, absent before the checker has checked anything
 * @param methodVersion changes when a formula does
 * @param ownDelay ours and not the providers', over the cases of all rows: to be read beside each
 */
record TableView(@Nullable Instant asOf, String methodVersion, OwnDelay ownDelay, List<RowView> providers) {

    static final String METHOD = "1";

    static TableView of(ProviderTable table, Delays delays, CaseFiguresBy<Addressed> figures) {
        return new TableView(
                table.asOf(),
                METHOD,
                OwnDelay.of(delays),
                table.rows().stream()
                        .map(row -> RowView.of(row, figures.of(row.addressed())))
                        .toList());
    }
}
