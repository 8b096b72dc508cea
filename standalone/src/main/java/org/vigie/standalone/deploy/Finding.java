package org.vigie.standalone.deploy;

/**
 * What one look found.
 *
 * @param area in one word
 * @param text names settings and files, never a secret
 */
record Finding(String area, boolean fine, String text) {

    static Finding fine(String area, String text) {
        return new Finding(area, true, text);
    }

    static Finding missing(String area, String text) {
        return new Finding(area, false, text);
    }

    @Override
    public String toString() {
        return "%-8s %-7s %s".formatted(fine ? "ok" : "MISSING", area, text);
    }
}
