/** Tests of the package of the same name. */
@NullMarked
package org.vigie.registry.rdap.json;

import org.jspecify.annotations.NullMarked;
