/** Tests of the package of the same name. */
@NullMarked
package org.vigie.registry.provider.web;

import org.jspecify.annotations.NullMarked;
