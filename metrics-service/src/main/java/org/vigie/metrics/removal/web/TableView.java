package org.vigie.metrics.removal.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.metrics.removal.ProviderTable;

/**
 * The table of providers.
 *
 * @param asOf up to when open targetings are counted, absent before the checker has checked anything
 * @param methodVersion changes when a formula does
 */
record TableView(@Nullable Instant asOf, String methodVersion, List<RowView> providers) {

    static final String METHOD = "1";

    static TableView of(ProviderTable table) {
        return new TableView(
                table.asOf(), METHOD, table.rows().stream().map(RowView::of).toList());
    }
}
