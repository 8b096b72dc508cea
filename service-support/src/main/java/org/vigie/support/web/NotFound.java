package org.vigie.support.web;

import org.vigie.support.Refusal;

/** There is nothing under the id that the path names. */
public final class NotFound extends Refusal {

    private static final long serialVersionUID = 1;

    /**
     * Nothing is there.
     *
     * @param what a word of ours for what was looked for, such as {@code report}
     */
    public NotFound(String what) {
        super("There is no such %s.".formatted(what));
    }
}
