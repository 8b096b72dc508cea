/** How much was detected, how much of it was targeted, and why the two differ. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.volume;
