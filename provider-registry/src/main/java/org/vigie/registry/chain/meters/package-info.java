/** What Prometheus is told of chains. */
@org.jspecify.annotations.NullMarked
package org.vigie.registry.chain.meters;
