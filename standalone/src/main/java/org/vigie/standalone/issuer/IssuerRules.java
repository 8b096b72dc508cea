package org.vigie.standalone.issuer;

import java.net.URI;
import java.util.List;

/**
 * What this issuer is told.
 *
 * @param address as it stands in its tokens
 * @param desks where the desk may be reached
 * @param audience of its access tokens
 */
record IssuerRules(URI address, List<URI> desks, String audience, Accounts accounts) {

    /** The claim of its access tokens that holds roles. */
    static final String ROLES = "roles";

    IssuerRules {
        desks = List.copyOf(desks);
    }
}
