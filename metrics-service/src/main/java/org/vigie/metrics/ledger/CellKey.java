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

    private static final Bits LAYOUT = new Bits();
    private static final Bits.OneOf<ContentKind> KIND = LAYOUT.oneOf(ContentKind.values());
    private static final Bits.OneOf<Category> CATEGORY = LAYOUT.oneOf(Category.values());
    private static final Bits.OneOf<Maturation> STAGE = LAYOUT.oneOf(Maturation.values());
    /** Since the year 0; 16 bits last until the year 5461. */
    private static final Bits.Rest MONTH = LAYOUT.rest(16);

    private static final long DAY_MS = 86_400_000;
    private static final int MONTHS = 12;

    /** All but the provider and role, in one number. */
    static int packed(Lifecycle lifecycle) {
        return packed(lifecycle.handedOverAt(), lifecycle.maturation(), lifecycle.category(), lifecycle.kind());
    }

    static int packed(long handedOverAt, Maturation maturation, Category category, ContentKind kind) {
        var day = LocalDate.ofEpochDay(Math.floorDiv(handedOverAt, DAY_MS));
        var month = day.getYear() * MONTHS + day.getMonthValue() - 1;
        return MONTH.of(month) | STAGE.of(maturation) | CATEGORY.of(category) | KIND.of(kind);
    }

    static CellKey unpacked(Addressed addressed, int packed) {
        var month = MONTH.in(packed);
        return new CellKey(
                addressed,
                STAGE.in(packed),
                CATEGORY.in(packed),
                KIND.in(packed),
                YearMonth.of(month / MONTHS, month % MONTHS + 1));
    }
}
