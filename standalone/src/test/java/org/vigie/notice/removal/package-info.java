/** A broken rule that needs to be where the rule is. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.removal;
