package org.vigie.availability.probe;

/** What stands in front of content and is no removal of it. */
public enum Gate {
    /** A test whether the visitor is a person with a browser. */
    BOT_CHECK,
    /** A question for the visitor's age or consent. */
    AGE_CHECK,
    /** A test whether cookies are sent back. */
    COOKIE_CHECK,
    /** A page for visitors from where the content is not shown. */
    REGION,
    LOGIN,
    /** What is shown instead of a picture that is not asked for from the site's own pages. */
    HOTLINK
}
