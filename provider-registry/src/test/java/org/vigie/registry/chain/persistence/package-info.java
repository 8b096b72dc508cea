/** Tests of the package of the same name. */
@NullMarked
package org.vigie.registry.chain.persistence;

import org.jspecify.annotations.NullMarked;
