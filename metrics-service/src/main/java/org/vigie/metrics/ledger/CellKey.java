package org.vigie.metrics.ledger;

import java.time.LocalDate;
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

    private static final Maturation[] STAGES = Maturation.values();
    private static final Category[] CATEGORIES = Category.values();
    private static final ContentKind[] KINDS = ContentKind.values();
    private static final long DAY_MS = 86_400_000;
    private static final int MONTHS = 12;

    /** All but the provider and role, in one number. */
    static int packed(Lifecycle lifecycle) {
        return packed(
                lifecycle.handedOverAt(),
                Codes.of(lifecycle.maturation()),
                Codes.of(lifecycle.category()),
                Codes.of(lifecycle.kind()));
    }

    static int packed(long handedOverAt, int maturation, int category, int kind) {
        var day = LocalDate.ofEpochDay(Math.floorDiv(handedOverAt, DAY_MS));
        var month = day.getYear() * MONTHS + day.getMonthValue() - 1;
        return ((month << 4 | maturation) << 4 | category) << 4 | kind;
    }

    static CellKey unpacked(Addressed addressed, int packed) {
        var month = packed >>> 12;
        return new CellKey(
                addressed,
                STAGES[packed >>> 8 & 0xf],
                CATEGORIES[packed >>> 4 & 0xf],
                KINDS[packed & 0xf],
                YearMonth.of(month / MONTHS, month % MONTHS + 1));
    }
}
