/** What Prometheus is told of looks. */
@org.jspecify.annotations.NullMarked
package org.vigie.availability.probe.meters;
