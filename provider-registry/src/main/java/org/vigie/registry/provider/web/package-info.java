/** Providers over REST. */
@NullMarked
package org.vigie.registry.provider.web;

import org.jspecify.annotations.NullMarked;
