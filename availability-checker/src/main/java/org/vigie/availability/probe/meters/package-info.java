/** Meters of checks. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.probe.meters;
