/** Tests of the package of the same name. */
@NullMarked
package org.vigie.registry.provider.persistence;

import org.jspecify.annotations.NullMarked;
