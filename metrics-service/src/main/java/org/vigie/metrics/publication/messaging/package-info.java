/** Kafka's side of publications. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.publication.messaging;
