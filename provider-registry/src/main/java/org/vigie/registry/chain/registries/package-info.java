/** Registries asked over RDAP. */
@NullMarked
package org.vigie.registry.chain.registries;

import org.jspecify.annotations.NullMarked;
