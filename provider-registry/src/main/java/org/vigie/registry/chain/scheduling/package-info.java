/** Resolutions when they fall due. */
@NullMarked
package org.vigie.registry.chain.scheduling;

import org.jspecify.annotations.NullMarked;
