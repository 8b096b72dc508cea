package org.vigie.registry.chain.web;

import org.jspecify.annotations.Nullable;
import org.vigie.support.web.Required;

/**
 * What is sent to have a URL resolved.
 *
 * @param online whether the name system may be asked; yes unless said otherwise
 */
record ResolutionRequest(
        @Required @Nullable String url, @Nullable Boolean online) {

    /** Leaves the URL out. */
    @Override
    public String toString() {
        return "ResolutionRequest";
    }
}
