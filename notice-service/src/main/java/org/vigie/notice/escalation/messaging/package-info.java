/** Chains, checks and providers, as others publish them. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.escalation.messaging;
