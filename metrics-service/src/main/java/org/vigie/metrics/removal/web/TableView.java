package org.vigie.metrics.removal.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.definition.Definitions;
import org.vigie.metrics.ledger.Addressed;
import org.vigie.metrics.removal.ProviderRow;
import org.vigie.metrics.volume.CaseFiguresBy;
import org.vigie.metrics.volume.Delays;
import org.vigie.support.web.Paging.Part;

/**
 * The table of providers, or a part of it.
 *
 * @param asOf up to when open targetings are counted, absent before the checker has checked anything
 * @param methodVersion changes when a formula does
 * @param ownDelay ours and not the providers', over the cases of all rows: to be read beside each
 * @param next cursor of the next part, absent at the end
 */
record TableView(
        @Nullable Instant asOf,
        String methodVersion,
        OwnDelay ownDelay,
        List<RowView> providers,
        @Nullable String next) {

    static TableView of(
            @Nullable Instant asOf, Part<ProviderRow, String> part, Delays delays, CaseFiguresBy<Addressed> figures) {
        return new TableView(
                asOf,
                Definitions.VERSION,
                OwnDelay.of(delays),
                part.shown(row -> RowView.of(row, figures.of(row.addressed()))),
                part.next());
    }
}
