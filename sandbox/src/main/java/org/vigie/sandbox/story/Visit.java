package org.vigie.sandbox.story;

/**
 * A request for a page.
 *
 * @param userAgent the header's value, empty if it was not sent
 */
public record Visit(String userAgent) {

    /** The one who says that he is the checker. */
    boolean saysWhoItIs() {
        return userAgent.contains("Vigie");
    }
}
