package org.vigie.notice.inbound;

import org.vigie.support.Refusal;

/** A person read something else in the message before, and what follows from that was done. */
public final class ReadOtherwise extends Refusal {

    private static final long serialVersionUID = 1;

    ReadOtherwise() {
        super("a person read the message otherwise before");
    }
}
