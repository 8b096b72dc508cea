package org.vigie.notice.reply;

import org.vigie.support.Refusal;

/** The notice was never handed over, so nobody can have answered it. */
public final class NotSent extends Refusal {

    private static final long serialVersionUID = 1;

    NotSent() {
        super("the notice was never handed over");
    }
}
