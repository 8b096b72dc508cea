package org.vigie.notice.report;

import org.jspecify.annotations.Nullable;
import org.vigie.support.access.Caller;
import org.vigie.support.access.Partner;

/**
 * Whose reports are looked through. Every question says it, so a partner's cannot be asked of others' by leaving it
 * out.
 *
 * @param origin whose reports alone are there, as {@link Origin#text} says it; absent if all are
 */
public record Scope(@Nullable String origin) {

    /** For our own people, and for what nobody asked for. */
    public static final Scope EVERYBODYS = new Scope(null);

    /** What a caller may see: a partner its own. */
    public static Scope of(Caller caller) {
        return caller instanceof Partner ? new Scope(Origin.of(caller).text()) : EVERYBODYS;
    }

    boolean has(Report report) {
        return origin == null || origin.equals(report.origin());
    }
}
