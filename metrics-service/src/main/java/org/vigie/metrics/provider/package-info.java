/** Names and countries of providers, as provider-registry tells them. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.provider;
