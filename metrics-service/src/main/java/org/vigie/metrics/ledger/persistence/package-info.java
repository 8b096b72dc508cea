/** Snapshots by id, written in bulk and read once at start. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.ledger.persistence;
