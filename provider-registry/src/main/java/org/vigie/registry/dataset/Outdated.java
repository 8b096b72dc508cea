package org.vigie.registry.dataset;

import java.time.LocalDate;

/**
 * Which data sets are too old to be taken at their word: the AS table after 60 days, published ranges of delivery
 * networks after 30. They are used all the same, since what they say is more than nothing.
 */
public record Outdated(boolean asTable, boolean cdnRanges) {

    /** Everything is new enough. */
    public static final Outdated NONE = new Outdated(false, false);

    private static final int AS_TABLE_DAYS = 60;
    private static final int CDN_RANGES_DAYS = 30;

    /** Of these editions on a day; an edition nobody dated is not outdated. */
    public static Outdated on(LocalDate day, Edition asTable, Edition cdnRanges) {
        return new Outdated(isOlder(asTable, AS_TABLE_DAYS, day), isOlder(cdnRanges, CDN_RANGES_DAYS, day));
    }

    private static boolean isOlder(Edition edition, int days, LocalDate day) {
        return edition.dated() != null && edition.dated().plusDays(days).isBefore(day);
    }
}
