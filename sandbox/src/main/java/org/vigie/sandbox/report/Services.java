package org.vigie.sandbox.report;

import java.net.URI;

/**
 * Where the world hands its reports in.
 *
 * @param notice notice-service
 * @param registry provider-registry
 * @param token of their REST interfaces
 */
public record Services(URI notice, URI registry, String token) {

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Services[" + notice + ", " + registry + "]";
    }
}
