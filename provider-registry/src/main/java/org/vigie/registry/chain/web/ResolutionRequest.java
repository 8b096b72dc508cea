package org.vigie.registry.chain.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to have a URL resolved.
 *
 * @param online whether the name system may be asked; yes unless said otherwise
 */
record ResolutionRequest(@NotNull String url, @Nullable Boolean online) {

    /** Leaves the URL out. */
    @Override
    public String toString() {
        return "ResolutionRequest";
    }
}
