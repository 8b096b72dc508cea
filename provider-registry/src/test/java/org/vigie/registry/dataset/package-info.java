/** Tests of the package of the same name. */
@NullMarked
package org.vigie.registry.dataset;

import org.jspecify.annotations.NullMarked;
