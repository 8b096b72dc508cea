package org.vigie.metrics.ledger;

/**
 * How large the cells are as they are kept.
 *
 * @param counts with the keys
 * @param report the histograms of the report's clock
 * @param delivered those of the other clock
 */
public record CellBytes(long counts, long report, long delivered) {}
