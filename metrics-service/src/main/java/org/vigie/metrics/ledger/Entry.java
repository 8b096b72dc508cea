package org.vigie.metrics.ledger;

/**
 * A lifecycle as the ledger counts it.
 *
 * @param repeat its content was targeted at the same provider before, in another case or an earlier cycle
 */
public record Entry(Lifecycle lifecycle, boolean repeat) {}
