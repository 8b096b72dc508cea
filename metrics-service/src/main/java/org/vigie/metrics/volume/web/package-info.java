/** The totals over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.volume.web;
