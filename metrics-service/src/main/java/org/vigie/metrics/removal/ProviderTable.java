package org.vigie.metrics.removal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every provider in every role it was written to in, most targetings first.
 *
 * @param asOf up to when open targetings are counted, absent before the checker has checked anything
 */
public record ProviderTable(@Nullable Instant asOf, List<ProviderRow> rows) {

    public ProviderTable {
        rows = List.copyOf(rows);
    }
}
