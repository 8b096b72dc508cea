/** Who did what, in a record that cannot be changed unnoticed: Merkle trees, signed checkpoints, proofs. */
@org.jspecify.annotations.NullMarked
package org.vigie.support.audit;
