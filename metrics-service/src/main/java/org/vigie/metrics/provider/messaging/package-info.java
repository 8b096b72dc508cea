/** Provider records from their topic. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.provider.messaging;
