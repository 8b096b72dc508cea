/** What Prometheus is told of providers and their contacts. */
@org.jspecify.annotations.NullMarked
package org.vigie.registry.provider.meters;
