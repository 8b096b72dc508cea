/** Chains and looks, as others publish them. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.removal.messaging;
