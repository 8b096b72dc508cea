/** Providers in MongoDB. */
@NullMarked
package org.vigie.registry.provider.persistence;

import org.jspecify.annotations.NullMarked;
