/** Everything that is counted, folded from the topics: the highest version of each snapshot, and cells that add up. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.ledger;
