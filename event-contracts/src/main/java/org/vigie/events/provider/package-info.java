/** What provider-registry says of providers and of the chain that serves a case. */
@org.jspecify.annotations.NullMarked
package org.vigie.events.provider;
