package org.vigie.notice.desk.web;

/** The baseline is Interpol's; whatever else is said is a national scheme's. */
enum Scheme {
    INTERPOL,
    NATIONAL;

    /** The only label that Interpol's has. */
    static final String BASELINE = "baseline";
}
