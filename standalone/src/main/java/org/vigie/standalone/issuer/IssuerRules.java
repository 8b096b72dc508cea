package org.vigie.standalone.issuer;

import java.net.URI;
import java.util.List;

/**
 * What this issuer is told.
 *
 * @param address as it stands in its tokens
 * @param desks where the desk may be reached
 * @param deskSecret what the desk shows that it is the desk with
 * @param audience of its access tokens
 */
record IssuerRules(URI address, List<URI> desks, String deskSecret, String audience, Accounts accounts) {

    /** The claim of its access tokens that holds roles. */
    static final String ROLES = "roles";

    IssuerRules {
        desks = List.copyOf(desks);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "IssuerRules[%s]".formatted(address);
    }
}
