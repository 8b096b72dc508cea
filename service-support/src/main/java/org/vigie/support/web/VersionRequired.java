package org.vigie.support.web;

import org.vigie.support.Refusal;

/** A change must say which version it is a change of. */
final class VersionRequired extends Refusal {

    private static final long serialVersionUID = 1;

    VersionRequired() {
        super("Header If-Match must hold the ETag of what was read, or *.");
    }
}
