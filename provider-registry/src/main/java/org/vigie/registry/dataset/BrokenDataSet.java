package org.vigie.registry.dataset;

import org.vigie.support.Refusal;

/** A data set is not what it should be; it names the line and the reason. */
public final class BrokenDataSet extends Refusal {

    private static final long serialVersionUID = 1;

    /** One line is wrong, counted from 1. */
    public BrokenDataSet(long line, String reason) {
        super("line %d: %s".formatted(line, reason));
    }

    /** The whole is wrong. */
    public BrokenDataSet(String reason) {
        super(reason);
    }
}
