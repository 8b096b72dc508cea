/** Chains in MongoDB. */
@NullMarked
package org.vigie.registry.chain.persistence;

import org.jspecify.annotations.NullMarked;
