/** Checks when they fall due. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.watch.scheduling;
