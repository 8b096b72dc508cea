package org.vigie.registry.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which edition of a data set this is, and whose.
 *
 * @param version tells one edition from another
 * @param dated the day it is from, absent if nobody says
 * @param attribution whom to name wherever results of it are shown
 */
public record Edition(String version, @Nullable LocalDate dated, String attribution) {

    private static final int ISO_DATE = 10;

    /** An edition the operator answers for. */
    public static Edition ofOperator(String version) {
        return new Edition(version, null, "the operator's own");
    }

    /** An edition whose version begins with its day, such as {@code 2026-07-25_14-20-03_UTC}. */
    public static Edition stamped(String version, String attribution) {
        try {
            var day = version.substring(0, Math.min(version.length(), ISO_DATE));
            return new Edition(version, LocalDate.parse(day), attribution);
        } catch (DateTimeException _) {
            return new Edition(version, null, attribution);
        }
    }
}
