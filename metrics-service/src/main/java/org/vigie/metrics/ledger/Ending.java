package org.vigie.metrics.ledger;

/** How a targeting ended, or that it did not. Times are epoch milliseconds. */
public sealed interface Ending {

    /** Still there as far as is known. */
    record Open() implements Ending {}

    /**
     * Gone from where it was.
     *
     * @param outageClass seen only as an outage of the host (72-hour rule)
     */
    record Removed(long at, boolean outageClass) implements Ending {}

    /** No longer with this provider; whether it is gone is another targeting's matter. */
    record Moved(long at) implements Ending {}

    /** Counted nowhere: retracted, gone before the notice, or made double by a merge of contents. */
    record Voided() implements Ending {}
}
