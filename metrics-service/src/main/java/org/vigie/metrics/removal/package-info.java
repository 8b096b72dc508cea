/** What each provider did about what it was told of. */
@org.jspecify.annotations.NullMarked
package org.vigie.metrics.removal;
