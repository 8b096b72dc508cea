/** Copies of what other services publish, in MongoDB. */
@NullMarked
package org.vigie.notice.escalation.persistence;

import org.jspecify.annotations.NullMarked;
