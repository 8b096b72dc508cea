/** Meters of watches. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.watch.meters;
