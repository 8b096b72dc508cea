package org.vigie.metrics.publication;

import org.vigie.support.Refusal;

/** A publication may not be prepared or approved like this. */
public final class PublicationRefused extends Refusal {

    private static final long serialVersionUID = 1;

    PublicationRefused(String why) {
        super(why);
    }
}
