/** Registries asked over RDAP, in tests. */
@NullMarked
package org.vigie.registry.chain.registries;

import org.jspecify.annotations.NullMarked;
