package org.vigie.sandbox.story;

/**
 * A request for a page.
 *
 * @param userAgent the header's value, empty if it was not sent
 */
public record Visit(String userAgent) {

    /** The most common of browsers, or one who seems to be it. */
    boolean byChrome() {
        return userAgent.contains("Chrome/");
    }
}
