package org.vigie.metrics.ledger;

import org.vigie.support.Refusal;

/** A watermark of a partition that locations.v1 does not have. */
final class NoSuchPartition extends Refusal {

    private static final long serialVersionUID = 1;

    NoSuchPartition() {
        super("/partition is none of locations.v1");
    }
}
