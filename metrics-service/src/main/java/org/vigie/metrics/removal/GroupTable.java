package org.vigie.metrics.removal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row for each group, most targeted first; months in their order.
 *
 * @param asOf up to when open ones are counted, absent before the checker has checked anything
 */
public record GroupTable(@Nullable Instant asOf, List<Row> rows) {

    public GroupTable {
        rows = List.copyOf(rows);
    }

    /**
     * What became of one group.
     *
     * @param group the type, stage, category, country or month; {@code UNKNOWN} where none is known
     */
    public record Row(String group, RemovalIndicators indicators) {}
}
