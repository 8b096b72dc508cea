package org.vigie.standalone;

import java.util.Locale;

/** How much Vigie may make up by itself ({@code VIGIE_MODE}). */
enum Mode {
    /** For looking at it: keys, a token and a store are made when there are none. */
    EVALUATION,
    /** For use: what matters is given, or the start is refused. */
    PRODUCTION;

    static Mode of(String word) {
        for (var mode : values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
                return mode;
            }
        }
        throw new CannotStart("VIGIE_MODE is either evaluation or production.");
    }
}
