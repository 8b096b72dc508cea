package org.vigie.metrics.removal.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.removal.ProviderTable;
import org.vigie.metrics.volume.Delays;

/**
 * The table of providers.
 *
 * @param asOf up to when open targetings are counted, absent before the checker has checked anything
 * @param methodVersion changes when a formula does
 * @param ownDelay ours and not the providers', over all cases: to be read beside every row
 */
record TableView(@Nullable Instant asOf, String methodVersion, OwnDelay ownDelay, List<RowView> providers) {

    static final String METHOD = "1";

    static TableView of(ProviderTable table, Delays delays) {
        return new TableView(
                table.asOf(),
                METHOD,
                OwnDelay.of(delays),
                table.rows().stream().map(RowView::of).toList());
    }
}
