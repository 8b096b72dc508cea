/** Tests of the package of the same name. */
@NullMarked
package org.vigie.registry.provider;

import org.jspecify.annotations.NullMarked;
