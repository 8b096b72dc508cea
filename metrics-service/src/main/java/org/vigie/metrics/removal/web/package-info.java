/** The indicators of removal over HTTP. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.removal.web;
