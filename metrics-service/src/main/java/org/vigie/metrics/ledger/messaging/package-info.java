/** Batches of snapshots from the topics. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.ledger.messaging;
