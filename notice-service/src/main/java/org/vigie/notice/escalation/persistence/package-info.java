/** Copies of what other services publish, in MongoDB. */
@org.jspecify.annotations.NullMarked
package org.vigie.notice.escalation.persistence;
