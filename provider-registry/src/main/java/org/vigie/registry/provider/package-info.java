/** Providers, what belongs to them in the network, and how they are reached. */
@NullMarked
package org.vigie.registry.provider;

import org.jspecify.annotations.NullMarked;
