/** Chains, checks and providers, as others publish them. */
@NullMarked
package org.vigie.notice.escalation.messaging;

import org.jspecify.annotations.NullMarked;
