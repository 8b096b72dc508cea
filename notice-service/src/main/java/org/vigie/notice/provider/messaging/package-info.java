/** Providers, as the registry publishes them. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.provider.messaging;
