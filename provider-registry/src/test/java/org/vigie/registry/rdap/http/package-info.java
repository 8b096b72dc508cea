/** Tests of the package of the same name. */
@NullMarked
package org.vigie.registry.rdap.http;

import org.jspecify.annotations.NullMarked;
