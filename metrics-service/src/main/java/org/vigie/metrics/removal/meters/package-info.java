/** The indicators as gauges for Prometheus. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.removal.meters;
