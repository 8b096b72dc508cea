/** Tests of the package of the same name. */
@NullMarked
package org.vigie.registry.chain;

import org.jspecify.annotations.NullMarked;
