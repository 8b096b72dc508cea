package org.vigie.metrics.ledger;

import java.time.YearMonth;
import org.vigie.events.Category;
import org.vigie.events.ContentKind;
import org.vigie.events.Maturation;

/**
 * What a cell counts.
 *
 * @param month of the first handover, in UTC
 */
public record CellKey(
        Addressed addressed, Maturation maturation, Category category, ContentKind kind, YearMonth month) {

    static CellKey of(Lifecycle lifecycle) {
        return new CellKey(
                lifecycle.addressed(),
                lifecycle.maturation(),
                lifecycle.category(),
                lifecycle.kind(),
                lifecycle.month());
    }
}
