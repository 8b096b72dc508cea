/** Sealed locations, opened with the keyset of locations. */
@NullMarked
package org.vigie.registry.chain.sealing;

import org.jspecify.annotations.NullMarked;
